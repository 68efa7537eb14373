package io.redial.emulator.instance;

/**
 * Whether an instance can be reached from the public network.
 *
 * @param open whether it can
 */
public record Wan(boolean open) implements Feature {
    /** What every instance begins with. */
    public static final Wan DEFAULT = new Wan(false);

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    /** Its public address, which is made out of its id; empty if it has none. */
    public String address(String id) {
        return open ? id + ".sql.tencentcdb.com:" + (FIRST_PORT + Math.floorMod(id.hashCode(), PORTS)) : "";
    }
}
