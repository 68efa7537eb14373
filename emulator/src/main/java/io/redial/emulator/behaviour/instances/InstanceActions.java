package io.redial.emulator.behaviour.instances;

import static java.util.Map.entry;

import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.instances.LifeChange.Handle;
import io.redial.emulator.instance.Life;
import java.util.Map;

/** The actions on instances as a whole. */
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
