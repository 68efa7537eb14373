package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.emulator.behaviour.LifeChange.Handle;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Life;
import io.redial.emulator.door.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The behaviours of all actions of an API. */
public final class Behaviours {
    private static final List<Behaviour> SIMULATED = List.of(
            new DescribeInstances(),
            new CreateInstances(),
            new CloneInstances(),
            new RenewInstance(),
            new LifeChange("DestroyPrepaidInstance", Life.RUNNING, Life.ISOLATED, Handle.UNKNOWN_ORDER),
            new LifeChange("DestroyPostpaidInstance", Life.RUNNING, Life.ISOLATED, Handle.TASK),
            new LifeChange("StartupInstance", Life.ISOLATED, Life.RUNNING, Handle.NONE),
            new LifeChange("CleanUpInstance", Life.ISOLATED, Life.GONE, Handle.TASK),
            new UpgradeInstance(),
            new DescribeInstanceDealDetail(),
            new ClearInstance(),
            new ManualBackupInstance(),
            new DescribeInstanceBackups(),
            new DescribeBackupUrl(),
            new DescribeTaskInfo(),
            new DescribeTaskList());

    /** An action that the document only lists, with the action that it describes in its stead. */
    private static final Map<String, String> TWINS = Map.of("ModifyInstancePassword", "ModfiyInstancePassword");

    private final Map<String, Behaviour> behaviours = new HashMap<>();

    /** Gives every action of the API a behaviour: its own, or else work without effect, or its documented example. */
    public Behaviours(Api api) {
        SIMULATED.forEach(behaviour -> behaviours.put(behaviour.action(), behaviour));
        api.actions().forEach(action -> behaviours.computeIfAbsent(action.name(), name -> usual(api, action)));
    }

    private static Behaviour usual(Api api, ActionSpec action) {
        var example = example(api, action);
        var handle = action.handle();
        return handle == null ? new ExampleAnswer(action, example) : StartedWork.of(action, handle, example);
    }

    private static ObjectNode example(Api api, ActionSpec action) {
        var twin = api.action(TWINS.getOrDefault(action.name(), action.name())).orElse(action);
        return new ExampleReader(api).read(twin);
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
