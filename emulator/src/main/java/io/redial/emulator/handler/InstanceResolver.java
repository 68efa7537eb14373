package io.redial.emulator.handler;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.util.List;
import java.util.stream.Stream;

/** The instances that a call names, and what is said when they cannot be had. */
public final class InstanceResolver {
    private static final List<String> SINGLE = List.of("InstanceId", "SrcInstanceId", "DstInstanceId");
    private static final String LIST = "InstanceIds";

    private InstanceResolver() {}

    /** The instance that the call names, whatever is being done to it. */
    public static EmulatedInstance resolve(ActionRequest call, Cloud cloud) {
        return find(call.requiredText("InstanceId"), call, cloud);
    }

    /** All instances with these ids, which the call names, whatever is being done to them. */
    public static List<EmulatedInstance> resolveAll(List<String> ids, ActionRequest call, Cloud cloud) {
        return ids.stream().map(id -> find(id, call, cloud)).toList();
    }

    /** The instance that the call names, if it is neither locked nor in another part of its life. */
    public static EmulatedInstance resolveIdle(LifecycleState life, ActionRequest call, Cloud cloud) {
        return resolveIdle(resolve(call, cloud), life, call, cloud);
    }

    /** All instances that the call names, if they run and none is locked. */
    public static List<EmulatedInstance> resolveRunning(ActionRequest call, Cloud cloud) {
        return resolveAll(call, cloud).stream()
                .map(instance -> resolveIdle(instance, LifecycleState.RUNNING, call, cloud))
                .toList();
    }

    /** All instances that the call names, whatever is being done to them. */
    public static List<EmulatedInstance> resolveAll(ActionRequest call, Cloud cloud) {
        return Stream.concat(SINGLE.stream().flatMap(name -> call.text(name).stream()), call.texts(LIST).stream())
                .distinct()
                .map(id -> find(id, call, cloud))
                .toList();
    }

    private static EmulatedInstance find(String id, ActionRequest call, Cloud cloud) {
        return cloud.instance(id)
                .orElseThrow(() -> call.error(
                        "No instance exists with the given ID in this region.",
                        "ResourceNotFound.InstanceNotExists",
                        "ResourceNotFound.InstanceNotFound",
                        "ResourceNotFound"));
    }

    private static EmulatedInstance resolveIdle(
            EmulatedInstance instance, LifecycleState life, ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        if (instance.isBusyAt(now)) {
            throw lockedError(call);
        }
        if (instance.lifecycleStateAt(now) != life) {
            throw life == LifecycleState.RUNNING ? isolatedError(call) : notIsolatedError(call);
        }
        return instance;
    }

    public static ApiError lockedError(ActionRequest call) {
        return call.error(
                "The instance is locked by another flow.",
                "ResourceUnavailable.InstanceLockedError",
                "ResourceUnavailable.InstanceUnLockedError",
                "ResourceUnavailable.InstanceStatusAbnormal",
                "ResourceUnavailable.InstanceStatusError",
                "ResourceUnavailable.InstanceStateError",
                "ResourceInUse.InstanceBeenLocked",
                "ResourceUnavailable");
    }

    private static ApiError isolatedError(ActionRequest call) {
        return call.error(
                "The instance is isolated.",
                "ResourceUnavailable.InstanceIsolated",
                "ResourceUnavailable.InstanceStatusAbnormal",
                "ResourceUnavailable.InstanceStatusError",
                "ResourceUnavailable.InstanceStateError",
                "ResourceUnavailable");
    }

    private static ApiError notIsolatedError(ActionRequest call) {
        return call.error(
                "The instance is not isolated.", "ResourceUnavailable.InstanceStatusAbnormal", "ResourceUnavailable");
    }
}
