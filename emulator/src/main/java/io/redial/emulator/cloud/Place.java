package io.redial.emulator.cloud;

/**
 * Where an instance stands.
 *
 * @param zoneId the zone of its primary node
 * @param multiZone whether its replicas stand in other zones
 * @param network the number of its network; numeric and unique ids are derived from it
 * @param ip its address
 */
public record Place(int zoneId, boolean multiZone, int network, String ip) {

    /** The id of the VPC. */
    public String vpc() {
        return "vpc-" + Ids.letters(network);
    }

    /** The id of the subnet. */
    public String subnet() {
        return "subnet-" + Ids.letters(network + 1);
    }
}
