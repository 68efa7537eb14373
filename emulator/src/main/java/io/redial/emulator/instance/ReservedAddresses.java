package io.redial.emulator.instance;

import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that an instance has left and that nobody else gets for some time.
 *
 * @param reservations the latest ones, the newest first
 */
public record ReservedAddresses(List<Reservation> reservations) implements Feature {
    /** What every instance begins with. */
    public static final ReservedAddresses DEFAULT = new ReservedAddresses(List.of());

    private static final int MAX_RESERVATIONS = 8;

    /** Keeps a copy of the list. */
    public ReservedAddresses {
        reservations = List.copyOf(reservations);
    }

    /** The same with one more; the eldest makes room for it. */
    public ReservedAddresses withReservation(Reservation another) {
        return new ReservedAddresses(Stream.concat(Stream.of(another), reservations.stream())
                .limit(MAX_RESERVATIONS)
                .toList());
    }

    /** The addresses of a VPC that are kept at that time. */
    public Stream<String> reservedIn(String vpc, long now) {
        return reservations.stream()
                .filter(one -> one.vpc.equals(vpc) && now < one.until)
                .map(Reservation::ip);
    }

    /**
     * An address.
     *
     * @param vpc the VPC that it is in
     * @param ip the address
     * @param until when it becomes free, in milliseconds since 1970
     */
    public record Reservation(String vpc, String ip, long until) {}
}
