package io.redial.emulator.aliyun;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.protocol.ApiError;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was let in. Parameters that nobody knows are passed over, as Alibaba does.
 *
 * @param handler what it asks for
 * @param parameters its parameters, common ones too
 */
record KvStoreRequest(KvStoreActionHandler handler, Map<String, String> parameters) {
    private static final String PREFIX = "r-";
    private static final String TENCENT_PREFIX = "crs-";

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new ApiError("Missing" + name, name + " is mandatory for this action."));
    }

    /** The instance that the call names. */
    EmulatedInstance instance(Cloud cloud) {
        return Optional.of(required("InstanceId"))
                .filter(id -> id.startsWith(PREFIX))
                .flatMap(id -> cloud.instance(TENCENT_PREFIX + id.substring(PREFIX.length())))
                .orElseThrow(() -> new ApiError("InvalidInstanceId.NotFound", "Specified instance does not exist."));
    }

    /** The id that an instance has here. */
    static String instanceId(EmulatedInstance instance) {
        return PREFIX + instance.id().substring(TENCENT_PREFIX.length());
    }
}
