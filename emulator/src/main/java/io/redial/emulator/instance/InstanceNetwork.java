package io.redial.emulator.instance;

/**
 * The network that an instance was put into.
 *
 * @param vpc the id of the VPC; empty for the classic network
 * @param subnet the id of the subnet; empty for the classic network
 */
public record InstanceNetwork(String vpc, String subnet) implements Feature {
    /** The network of instances that are in no VPC. */
    public static final InstanceNetwork CLASSIC = new InstanceNetwork("", "");

    private static final int FIRST_VPC = 75_100;
    private static final int FIRST_SUBNET = 46_300;
    private static final int FIRST_OTHER = 1_000;
    private static final int OTHERS = 10_000_000;

    /** The network of an instance: the one that it was put into, or else that of its address. */
    public static InstanceNetwork of(InstanceState state) {
        var address = state.address();
        return state.feature(new InstanceNetwork(address.vpcId(), address.subnetId()));
    }

    /** The number of the VPC of an instance that is in this network; 0 in the classic one. */
    public int vpcNumber(InstanceState state) {
        var address = state.address();
        return number(FIRST_VPC, vpc, address.vpcId(), address.networkNumber());
    }

    /** The number of the subnet of an instance that is in this network; 0 in the classic one. */
    public int subnetNumber(InstanceState state) {
        var address = state.address();
        return number(FIRST_SUBNET, subnet, address.subnetId(), address.networkNumber());
    }

    /** No document says how numbers go with ids; those of networks that somebody named are far off. */
    private static int number(int first, String id, String usual, int network) {
        if (id.isEmpty()) {
            return 0;
        }
        return first + (id.equals(usual) ? network : FIRST_OTHER + Math.floorMod(id.hashCode(), OTHERS));
    }

    /** Whether it is no VPC. */
    public boolean isClassic() {
        return vpc.isEmpty();
    }
}
