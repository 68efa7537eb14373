package io.redial.emulator;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that an emulator can be reached at. */
final class ListenAddresses {
    static final InetAddress LOOPBACK = resolve("127.0.0.1");

    private ListenAddresses() {}

    /**
     * The address with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static InetAddress resolve(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no address '" + name + "' to listen on", e);
        }
    }

    /** As a URI writes it; who listens on all addresses also listens on the loopback one. */
    static String uriHost(InetAddress bound) {
        var address = bound.isAnyLocalAddress() ? LOOPBACK : bound;
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** Those that stand in the certificate. */
    static List<InetAddress> certificateAddresses(InetAddress bound) {
        return Stream.of(LOOPBACK, resolve("::1"), bound)
                .filter(address -> !address.isAnyLocalAddress())
                .distinct()
                .toList();
    }
}
