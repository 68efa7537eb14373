package io.redial.emulator.cloud;

import java.util.List;

/**
 * From where backups may be downloaded; there is one for each region.
 *
 * @param limitType {@code NoLimit}, {@code LimitOnlyIntranet} or {@code Customize}
 * @param vpcComparison whether the VPCs are those that may or those that may not
 * @param ipComparison whether the addresses are those that may or those that may not
 * @param vpcs the VPCs, each with its region
 * @param ips the addresses and networks
 */
public record DownloadRestriction(
        String limitType, String vpcComparison, String ipComparison, List<Vpc> vpcs, List<String> ips)
        implements CloudResource {
    /** The id of the only one. */
    public static final String ID = "download-restriction";

    /** Those listed are the ones that may. */
    public static final String ALLOW_LISTED = "In";

    /** What holds until somebody changes it. */
    public static final DownloadRestriction NONE =
            new DownloadRestriction("NoLimit", ALLOW_LISTED, ALLOW_LISTED, List.of(), List.of());

    /** Keeps copies of the lists. */
    public DownloadRestriction {
        vpcs = List.copyOf(vpcs);
        ips = List.copyOf(ips);
    }

    /** The same of another kind. */
    public DownloadRestriction withLimitType(String otherType) {
        return new DownloadRestriction(otherType, vpcComparison, ipComparison, vpcs, ips);
    }

    @Override
    public String id() {
        return ID;
    }

    /** Networks of one region. */
    public record Vpc(String region, List<String> ids) {
        /** Keeps a copy of the list. */
        public Vpc {
            ids = List.copyOf(ids);
        }
    }
}
