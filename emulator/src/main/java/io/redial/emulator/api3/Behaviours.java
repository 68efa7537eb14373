package io.redial.emulator.api3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.access.AccessActions;
import io.redial.emulator.behaviour.backups.BackupActions;
import io.redial.emulator.behaviour.instances.InstanceActions;
import io.redial.emulator.behaviour.network.NetworkActions;
import io.redial.emulator.behaviour.observing.ObservingActions;
import io.redial.emulator.behaviour.parameters.ParameterActions;
import io.redial.emulator.behaviour.parameters.TemplateActions;
import io.redial.emulator.behaviour.replication.ReplicationActions;
import io.redial.emulator.behaviour.sales.SalesActions;
import io.redial.emulator.behaviour.security.SecurityActions;
import io.redial.emulator.behaviour.serving.ServingActions;
import io.redial.emulator.behaviour.work.WorkActions;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The behaviours of all actions of an API; each emulator has its own, since some remember what they wrote. */
public final class Behaviours {
    private final Map<String, Behaviour> behaviours = new HashMap<>();

    /**
     * Finds the behaviour of every action of the API.
     *
     * @throws IllegalArgumentException if there is an action without one
     */
    public Behaviours(Api api) {
        subjects().forEach(behaviours::putAll);
        var idle = api.actions().stream()
                .map(ActionSpec::name)
                .filter(name -> !behaviours.containsKey(name))
                .toList();
        if (!idle.isEmpty()) {
            throw new IllegalArgumentException(
                    "nobody said what these actions do: " + idle + "; put them into the table of their subject");
        }
    }

    private static List<Map<String, Behaviour>> subjects() {
        return List.of(
                InstanceActions.all(),
                SalesActions.all(),
                WorkActions.all(),
                BackupActions.all(),
                AccessActions.all(),
                ParameterActions.all(),
                TemplateActions.all(),
                NetworkActions.all(),
                SecurityActions.all(),
                ServingActions.all(),
                ObservingActions.all(),
                ReplicationActions.all());
    }

    /**
     * Does what a call asks for.
     *
     * @throws io.redial.emulator.door.Refusal if it cannot be done
     */
    public ObjectNode answer(Call call, Cloud cloud) {
        var behaviour = behaviours.get(call.action().name());
        if (behaviour == null) {
            throw new IllegalArgumentException(
                    "no such action: " + call.action().name());
        }
        return behaviour.answer(call, cloud);
    }
}
