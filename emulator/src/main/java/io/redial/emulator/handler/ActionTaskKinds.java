package io.redial.emulator.handler;

import static java.util.Map.entry;

import io.redial.emulator.cloud.TaskKind;
import java.util.Map;

/** What the task behind each action is called. Where no documented kind fits, the nearest one stands. */
public final class ActionTaskKinds {
    private static final Map<String, TaskKind> KINDS = Map.ofEntries(
            entry("AddReplicationInstance", TaskKind.JOIN_GROUP),
            entry("AllocateWanAddress", TaskKind.OPEN_WAN),
            entry("ApplyParamsTemplate", TaskKind.PARAMETERS),
            entry("ChangeInstanceRole", TaskKind.GROUP_ROLE),
            entry("ChangeMasterInstance", TaskKind.GROUP_PRIMARY),
            entry("ChangeReplicaToMaster", TaskKind.PROMOTE_REPLICA),
            entry("CleanUpInstance", TaskKind.DELETE),
            entry("ClearInstance", TaskKind.CLEAR),
            entry("CloneInstances", TaskKind.CLONE),
            entry("CloseSSL", TaskKind.PARAMETERS),
            entry("CreateInstanceAccount", TaskKind.ACCOUNT),
            entry("CreateInstances", TaskKind.CREATE),
            entry("CreateReplicationGroup", TaskKind.JOIN_GROUP),
            entry("DeleteInstanceAccount", TaskKind.ACCOUNT),
            entry("DeleteReplicationInstance", TaskKind.LEAVE_GROUP),
            entry("DestroyPostpaidInstance", TaskKind.CLOSE),
            entry("DestroyPrepaidInstance", TaskKind.CLOSE),
            entry("DisableReplicaReadonly", TaskKind.REPLICA_READ_OFF),
            entry("EnableReplicaReadonly", TaskKind.REPLICA_READ_ON),
            entry("KillMasterGroup", TaskKind.FAILURE_DRILL),
            entry("ManualBackupInstance", TaskKind.BACKUP),
            entry("ModfiyInstancePassword", TaskKind.SET_PASSWORD),
            entry("ModifyConnectionConfig", TaskKind.CONNECTIONS),
            entry("ModifyInstanceAccount", TaskKind.ACCOUNT),
            entry("ModifyInstanceAvailabilityZones", TaskKind.MOVE_ZONE),
            entry("ModifyInstanceBackupMode", TaskKind.BACKUP_MODE),
            entry("ModifyInstanceParams", TaskKind.PARAMETERS),
            entry("ModifyInstancePassword", TaskKind.SET_PASSWORD),
            entry("ModifyInstanceReadOnly", TaskKind.READ_ONLY),
            entry("ModifyNetworkConfig", TaskKind.NETWORK),
            entry("OpenSSL", TaskKind.PARAMETERS),
            entry("ReleaseWanAddress", TaskKind.CLOSE_WAN),
            entry("RemoveReplicationInstance", TaskKind.LEAVE_GROUP),
            entry("ResetPassword", TaskKind.SET_PASSWORD),
            entry("RestoreInstance", TaskKind.RESTORE),
            entry("StartupInstance", TaskKind.STARTUP),
            entry("SwitchInstanceVip", TaskKind.SWITCH_VIP),
            entry("SwitchProxy", TaskKind.FAILURE_DRILL),
            entry("UpgradeInstance", TaskKind.RESIZE),
            entry("UpgradeInstanceVersion", TaskKind.UPGRADE_VERSION),
            entry("UpgradeProxyVersion", TaskKind.UPGRADE_PROXY),
            entry("UpgradeSmallVersion", TaskKind.UPGRADE_REDIS),
            entry("UpgradeVersionToMultiAvailabilityZones", TaskKind.MULTI_ZONE));

    private ActionTaskKinds() {}

    /** The kind of work that an action starts. */
    public static TaskKind of(String action) {
        var kind = KINDS.get(action);
        if (kind == null) {
            throw new IllegalArgumentException("nobody said what the task of " + action + " is called");
        }
        return kind;
    }
}
