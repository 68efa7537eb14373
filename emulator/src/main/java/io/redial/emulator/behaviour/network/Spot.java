package io.redial.emulator.behaviour.network;

import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.State;

/**
 * Where an instance is reached, its network included.
 *
 * @param network the network
 * @param address the address in it
 */
record Spot(Network network, Address address) {

    static Spot of(State state) {
        return new Spot(Network.of(state), state.address());
    }

    /** The same instance there. */
    State give(State state) {
        return state.with(address).with(network);
    }

    Spot at(String ip) {
        return on(ip, address.port());
    }

    Spot on(String ip, int port) {
        return new Spot(network, new Address(address.network(), ip, port));
    }

    Spot in(Network other) {
        return new Spot(other, address);
    }

    /** Whether it is the same but for the port. */
    boolean sharesAddress(Spot other) {
        return network.vpc().equals(other.network.vpc()) && address.ip().equals(other.address.ip());
    }
}
