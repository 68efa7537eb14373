package io.redial.emulator.instance;

import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that an instance has left and that nobody else gets for some time.
 *
 * @param kept the latest ones, the newest first
 */
public record KeptAddresses(List<Kept> kept) implements Feature {
    /** What every instance begins with. */
    public static final KeptAddresses USUAL = new KeptAddresses(List.of());

    private static final int MAX = 8;

    /** Keeps a copy of the list. */
    public KeptAddresses {
        kept = List.copyOf(kept);
    }

    /** The same with one more; the eldest makes room for it. */
    public KeptAddresses and(Kept another) {
        return new KeptAddresses(
                Stream.concat(Stream.of(another), kept.stream()).limit(MAX).toList());
    }

    /** The addresses of a VPC that are kept at that time. */
    public Stream<String> in(String vpc, long now) {
        return kept.stream()
                .filter(one -> one.vpc.equals(vpc) && now < one.until)
                .map(Kept::ip);
    }

    /**
     * An address.
     *
     * @param vpc the VPC that it is in
     * @param ip the address
     * @param until when it becomes free, in milliseconds since 1970
     */
    public record Kept(String vpc, String ip, long until) {}
}
