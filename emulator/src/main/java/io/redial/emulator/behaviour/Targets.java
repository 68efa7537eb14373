package io.redial.emulator.behaviour;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import java.util.List;
import java.util.stream.Stream;

/** The instances that a call names, and what is said when they cannot be had. */
public final class Targets {
    private static final List<String> SINGLE = List.of("InstanceId", "SrcInstanceId", "DstInstanceId");
    private static final String LIST = "InstanceIds";

    private Targets() {}

    /** The instance that the call names, whatever is being done to it. */
    public static Instance instance(Call call, Cloud cloud) {
        return find(call.requiredText("InstanceId"), call, cloud);
    }

    /** All instances with these ids, which the call names, whatever is being done to them. */
    public static List<Instance> instances(List<String> ids, Call call, Cloud cloud) {
        return ids.stream().map(id -> find(id, call, cloud)).toList();
    }

    /** The instance that the call names, if it is neither locked nor in another part of its life. */
    public static Instance idle(Life life, Call call, Cloud cloud) {
        return idle(instance(call, cloud), life, call, cloud);
    }

    /** All instances that the call names, if they run and none is locked. */
    public static List<Instance> running(Call call, Cloud cloud) {
        return all(call, cloud).stream()
                .map(instance -> idle(instance, Life.RUNNING, call, cloud))
                .toList();
    }

    /** All instances that the call names, whatever is being done to them. */
    public static List<Instance> all(Call call, Cloud cloud) {
        return Stream.concat(SINGLE.stream().flatMap(name -> call.text(name).stream()), call.texts(LIST).stream())
                .distinct()
                .map(id -> find(id, call, cloud))
                .toList();
    }

    private static Instance find(String id, Call call, Cloud cloud) {
        return cloud.instance(id)
                .orElseThrow(() -> call.refusal(
                        "No instance exists with the given ID in this region.",
                        "ResourceNotFound.InstanceNotExists",
                        "ResourceNotFound.InstanceNotFound",
                        "ResourceNotFound"));
    }

    private static Instance idle(Instance instance, Life life, Call call, Cloud cloud) {
        var now = cloud.now();
        if (instance.busyAt(now)) {
            throw locked(call);
        }
        if (instance.lifeAt(now) != life) {
            throw life == Life.RUNNING ? isolated(call) : notIsolated(call);
        }
        return instance;
    }

    public static Refusal locked(Call call) {
        return call.refusal(
                "The instance is locked by another flow.",
                "ResourceUnavailable.InstanceLockedError",
                "ResourceUnavailable.InstanceUnLockedError",
                "ResourceUnavailable.InstanceStatusAbnormal",
                "ResourceUnavailable.InstanceStatusError",
                "ResourceUnavailable.InstanceStateError",
                "ResourceInUse.InstanceBeenLocked",
                "ResourceUnavailable");
    }

    private static Refusal isolated(Call call) {
        return call.refusal(
                "The instance is isolated.",
                "ResourceUnavailable.InstanceIsolated",
                "ResourceUnavailable.InstanceStatusAbnormal",
                "ResourceUnavailable.InstanceStatusError",
                "ResourceUnavailable.InstanceStateError",
                "ResourceUnavailable");
    }

    private static Refusal notIsolated(Call call) {
        return call.refusal(
                "The instance is not isolated.", "ResourceUnavailable.InstanceStatusAbnormal", "ResourceUnavailable");
    }
}
