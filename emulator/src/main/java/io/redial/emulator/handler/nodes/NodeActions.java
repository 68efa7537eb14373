package io.redial.emulator.handler.nodes;

import static java.util.Map.entry;

import io.redial.emulator.handler.ActionHandler;
import java.util.Map;

/**
 * The actions that decide which nodes of an instance serve.
 *
 * <p>Faithful: the roles and the zone of the primary node that DescribeInstances shows, the read weight, the limit of
 * connections with read-only replicas. Made up: which replica takes over when no group is named (the next one), and the
 * read weight of 50 when both kinds of nodes serve. A drill on some shards or on proxies leaves no trace but its task.
 */
public final class NodeActions {
    private NodeActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.ofEntries(
                entry("ChangeReplicaToMaster", new ChangeReplicaToMaster()),
                entry("KillMasterGroup", new KillMasterGroup()),
                entry("SwitchProxy", new SwitchProxy()),
                entry("EnableReplicaReadonly", new EnableReplicaReadonly()),
                entry("DisableReplicaReadonly", new DisableReplicaReadonly()),
                entry("ModifyInstanceReadOnly", new ModifyInstanceReadOnly()));
    }
}
