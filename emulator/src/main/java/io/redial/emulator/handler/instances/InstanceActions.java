package io.redial.emulator.handler.instances;

import static java.util.Map.entry;

import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.instances.LifecycleChange.HandleKind;
import io.redial.emulator.instance.LifecycleState;
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
    public static Map<String, ActionHandler> all() {
        return Map.ofEntries(
                entry("DescribeInstances", new DescribeInstances()),
                entry("CreateInstances", new CreateInstances()),
                entry("CloneInstances", new CloneInstances()),
                entry("RenewInstance", new RenewInstance()),
                entry(
                        "DestroyPrepaidInstance",
                        new LifecycleChange(
                                LifecycleState.RUNNING, LifecycleState.ISOLATED, HandleKind.UNLISTED_ORDER)),
                entry(
                        "DestroyPostpaidInstance",
                        new LifecycleChange(LifecycleState.RUNNING, LifecycleState.ISOLATED, HandleKind.FROM_CATALOG)),
                entry(
                        "StartupInstance",
                        new LifecycleChange(LifecycleState.ISOLATED, LifecycleState.RUNNING, HandleKind.FROM_CATALOG)),
                entry(
                        "CleanUpInstance",
                        new LifecycleChange(LifecycleState.ISOLATED, LifecycleState.GONE, HandleKind.FROM_CATALOG)),
                entry("UpgradeInstance", new UpgradeInstance()),
                entry("UpgradeInstanceVersion", new UpgradeInstanceVersion()),
                entry("UpgradeProxyVersion", SoftwareUpgradeActions::proxy),
                entry("UpgradeSmallVersion", SoftwareUpgradeActions::redis),
                entry("UpgradeVersionToMultiAvailabilityZones", SoftwareUpgradeActions::multiZone),
                entry("SwitchAccessNewInstance", SoftwareUpgradeActions::switchOver),
                entry("ModifyInstance", new ModifyInstance()),
                entry("ModifyInstanceAvailabilityZones", new ModifyInstanceAvailabilityZones()),
                entry("ModifyMaintenanceWindow", MaintenanceWindowActions::modify),
                entry("DescribeMaintenanceWindow", MaintenanceWindowActions::describe),
                entry("DescribeCommonDBInstances", new DescribeCommonDbInstances()),
                entry("DescribeInstanceNodeInfo", TopologyActions::nodes),
                entry("DescribeInstanceShards", TopologyActions::shards),
                entry("DescribeInstanceZoneInfo", TopologyActions::groups),
                entry("DescribeInstanceSupportFeature", SupportedFeatureActions::describe),
                entry("DescribeInstanceDTSInfo", DataMigrationInfo::describe),
                entry("InquiryPriceCreateInstance", PriceInquiryActions::create),
                entry("InquiryPriceUpgradeInstance", PriceInquiryActions::upgrade),
                entry("ClearInstance", new ClearInstance()));
    }
}
