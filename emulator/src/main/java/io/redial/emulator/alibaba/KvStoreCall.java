package io.redial.emulator.alibaba;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Instance;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was let in. Parameters that nobody knows are passed over, as Alibaba does.
 *
 * @param action what it asks for
 * @param values its parameters, common ones too
 */
record KvStoreCall(KvStoreAction action, Map<String, String> values) {
    private static final String PREFIX = "r-";
    private static final String OTHER_PREFIX = "crs-";

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new Refusal("Missing" + name, name + " is mandatory for this action."));
    }

    /** The instance that the call names. */
    Instance instance(Cloud cloud) {
        return Optional.of(required("InstanceId"))
                .filter(id -> id.startsWith(PREFIX))
                .flatMap(id -> cloud.instance(OTHER_PREFIX + id.substring(PREFIX.length())))
                .orElseThrow(() -> new Refusal("InvalidInstanceId.NotFound", "Specified instance does not exist."));
    }

    /** The id that an instance has here. */
    static String id(Instance instance) {
        return PREFIX + instance.id().substring(OTHER_PREFIX.length());
    }
}
