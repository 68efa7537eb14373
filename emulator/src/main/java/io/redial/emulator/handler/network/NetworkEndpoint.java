package io.redial.emulator.handler.network;

import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;

/**
 * Where an instance is reached, its network included.
 *
 * @param network the network
 * @param address the address in it
 */
record NetworkEndpoint(InstanceNetwork network, Address address) {

    static NetworkEndpoint of(InstanceState state) {
        return new NetworkEndpoint(InstanceNetwork.of(state), state.address());
    }

    /** The same instance there. */
    InstanceState applyTo(InstanceState state) {
        return state.with(address).with(network);
    }

    NetworkEndpoint withIp(String ip) {
        return withIpAndPort(ip, address.port());
    }

    NetworkEndpoint withIpAndPort(String ip, int port) {
        return new NetworkEndpoint(network, new Address(address.networkNumber(), ip, port));
    }

    NetworkEndpoint withNetwork(InstanceNetwork other) {
        return new NetworkEndpoint(other, address);
    }

    /** Whether it is the same but for the port. */
    boolean hasSameIp(NetworkEndpoint other) {
        return network.vpc().equals(other.network.vpc()) && address.ip().equals(other.address.ip());
    }
}
