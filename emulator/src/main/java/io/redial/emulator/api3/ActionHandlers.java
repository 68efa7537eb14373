package io.redial.emulator.api3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.access.AccessActions;
import io.redial.emulator.handler.backups.BackupActions;
import io.redial.emulator.handler.instances.InstanceActions;
import io.redial.emulator.handler.monitoring.MonitoringActions;
import io.redial.emulator.handler.network.NetworkActions;
import io.redial.emulator.handler.nodes.NodeActions;
import io.redial.emulator.handler.parameters.ParameterActions;
import io.redial.emulator.handler.parameters.TemplateActions;
import io.redial.emulator.handler.pricing.PricingActions;
import io.redial.emulator.handler.replication.ReplicationActions;
import io.redial.emulator.handler.security.SecurityActions;
import io.redial.emulator.handler.tasks.TaskActions;
import io.redial.emulator.protocol.ActionRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The behaviours of all actions of an API; each emulator has its own, since some remember what they wrote. */
public final class ActionHandlers {
    private final Map<String, ActionHandler> handlers = new HashMap<>();

    /**
     * Finds the behaviour of every action of the API.
     *
     * @throws IllegalArgumentException if there is an action without one
     */
    public ActionHandlers(Api api) {
        handlerTables().forEach(handlers::putAll);
        var idle = api.actions().stream()
                .map(ActionSpec::name)
                .filter(name -> !handlers.containsKey(name))
                .toList();
        if (!idle.isEmpty()) {
            throw new IllegalArgumentException(
                    "nobody said what these actions do: " + idle + "; put them into the table of their subject");
        }
    }

    private static List<Map<String, ActionHandler>> handlerTables() {
        return List.of(
                InstanceActions.all(),
                PricingActions.all(),
                TaskActions.all(),
                BackupActions.all(),
                AccessActions.all(),
                ParameterActions.all(),
                TemplateActions.all(),
                NetworkActions.all(),
                SecurityActions.all(),
                NodeActions.all(),
                MonitoringActions.all(),
                ReplicationActions.all());
    }

    /**
     * Does what a call asks for.
     *
     * @throws io.redial.emulator.protocol.ApiError if it cannot be done
     */
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var behaviour = handlers.get(call.action().name());
        if (behaviour == null) {
            throw new IllegalArgumentException(
                    "no such action: " + call.action().name());
        }
        return behaviour.handle(call, cloud);
    }
}
