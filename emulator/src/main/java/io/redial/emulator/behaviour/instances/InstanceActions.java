package io.redial.emulator.behaviour.instances;

import static java.util.Map.entry;

import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.instances.LifeChange.Handle;
import io.redial.emulator.instance.Life;
import java.util.Map;

/**
 * The actions on instances as a whole.
 *
 * <p>Faithful: what a new instance is asked to be (size, zone and zones of its nodes, network, port, project, tags, security
 * groups, reads of replicas, billing, dedicated cluster), orders and their numbers, what may be changed into what, one
 * figure at a time, 1.3 times the memory in use, NodeSet where nodes stand in several zones, the maintenance window and what
 * waits for it, renewals, and the recycle bin with its two hours or seven days.
 *
 * <p>Made up: prices; minor versions, of which any is taken; that an instance paid by the month is isolated at its deadline
 * unless it renews itself; that DestroyPrepaidInstance also takes what is paid as it goes; that any network, zone and backup
 * can be named; the processes behind an instance, their keys and their bytes; and the migration that DescribeInstanceDTSInfo
 * tells of. Not there: alarm policies, and the time of CloneTime, are taken and forgotten.
 */
public final class InstanceActions {
    private InstanceActions() {}

    /** What each of them does. */
    public static Map<String, Behaviour> all() {
        return Map.ofEntries(
                entry("DescribeInstances", new DescribeInstances()),
                entry("CreateInstances", new CreateInstances()),
                entry("CloneInstances", new CloneInstances()),
                entry("RenewInstance", new RenewInstance()),
                entry("DestroyPrepaidInstance", new LifeChange(Life.RUNNING, Life.ISOLATED, Handle.UNKNOWN_ORDER)),
                entry("DestroyPostpaidInstance", new LifeChange(Life.RUNNING, Life.ISOLATED, Handle.AS_USUAL)),
                entry("StartupInstance", new LifeChange(Life.ISOLATED, Life.RUNNING, Handle.AS_USUAL)),
                entry("CleanUpInstance", new LifeChange(Life.ISOLATED, Life.GONE, Handle.AS_USUAL)),
                entry("UpgradeInstance", new UpgradeInstance()),
                entry("UpgradeInstanceVersion", new UpgradeInstanceVersion()),
                entry("UpgradeProxyVersion", SoftwareUpgrades::proxy),
                entry("UpgradeSmallVersion", SoftwareUpgrades::redis),
                entry("UpgradeVersionToMultiAvailabilityZones", SoftwareUpgrades::multiZone),
                entry("SwitchAccessNewInstance", SoftwareUpgrades::switchOver),
                entry("ModifyInstance", new ModifyInstance()),
                entry("ModifyInstanceAvailabilityZones", new ModifyInstanceAvailabilityZones()),
                entry("ModifyMaintenanceWindow", MaintenanceWindows::modify),
                entry("DescribeMaintenanceWindow", MaintenanceWindows::describe),
                entry("DescribeCommonDBInstances", new CommonInstances()),
                entry("DescribeInstanceNodeInfo", Topology::nodes),
                entry("DescribeInstanceShards", Topology::shards),
                entry("DescribeInstanceZoneInfo", Topology::groups),
                entry("DescribeInstanceSupportFeature", SupportedFeatures::describe),
                entry("DescribeInstanceDTSInfo", Migration::describe),
                entry("InquiryPriceCreateInstance", Inquiries::create),
                entry("InquiryPriceUpgradeInstance", Inquiries::upgrade),
                entry("ClearInstance", new ClearInstance()));
    }
}
