package io.redial.emulator;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that an emulator can be reached at. */
final class Addresses {
    static final InetAddress LOOPBACK = of("127.0.0.1");

    private Addresses() {}

    /**
     * The address with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static InetAddress of(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no address '" + name + "' to listen on", e);
        }
    }

    /** As a URI writes it; who listens on all addresses also listens on the loopback one. */
    static String host(InetAddress bound) {
        var address = bound.isAnyLocalAddress() ? LOOPBACK : bound;
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** Those that stand in the certificate. */
    static List<InetAddress> named(InetAddress bound) {
        return Stream.of(LOOPBACK, of("::1"), bound)
                .filter(address -> !address.isAnyLocalAddress())
                .distinct()
                .toList();
    }
}
