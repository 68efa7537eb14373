package io.redial.emulator.crs;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.protocol.ApiError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in numbers what API 3.0 says in words. */
final class CrsErrors {
    private static final int OPERATION_FAILED = 5100;
    private static final String FALLBACK = "InvalidParameter";

    private static final Map<String, Integer> COMMON = Map.ofEntries(
            entry("AuthFailure.SecretIdNotFound", 4104),
            entry("AuthFailure.SignatureExpire", 4500),
            entry("AuthFailure.SignatureFailure", 4100),
            entry("AuthFailure.TokenFailure", 4105),
            entry("InternalError", 6000),
            entry("InvalidAction", 6100),
            entry("InvalidParameter", 4000),
            entry("InvalidParameterValue", 4000),
            entry("MissingParameter", 4000),
            entry(ApiError.REQUEST_LIMIT_EXCEEDED, 4400),
            entry("RequestSizeLimitExceeded", 4000),
            entry("UnknownParameter", 4000),
            entry("UnsupportedProtocol", 4000),
            entry("UnsupportedRegion", 4000));

    /** What else an error may be called; an action lists one of the names. */
    private static final Map<String, List<String>> SYNONYMS = Map.of(
            "BackupStatusInvalid", List.of("BackupStatusAbnormal"),
            "InstanceIsolated", List.of("InstanceStatusAbnormal"),
            "InstanceNotFound", List.of("InstanceNotExists"),
            "InvalidParameterGoodsNumNotInRange", List.of("GoodsNumNotInRange"),
            "PasswordError", List.of("OldPasswordError"),
            "ResourceNotFound", List.of("InstanceNotExists"),
            "ResourceUnavailable", List.of("InstanceLockedError", "InstanceStatusAbnormal"));

    private CrsErrors() {}

    /**
     * The answer to a request that was turned down.
     *
     * @param action what it asked for, if it got that far
     */
    static ObjectNode errorResponse(ApiError refusal, Optional<CrsAction> action) {
        var answer = JsonNodeFactory.instance.objectNode();
        var code = refusal.code();
        if (code.matches("\\d{1,6}")) {
            return answer.put("code", Integer.parseInt(code)).put("message", refusal.message());
        }
        var common = COMMON.get(code);
        if (common != null) {
            return answer.put("code", common).put("message", refusal.message());
        }
        var name = code.substring(code.lastIndexOf('.') + 1);
        answer.put("code", OPERATION_FAILED);
        return action.flatMap(listed -> findError(name, listed))
                .map(error -> answer.put("message", "(" + error.getValue() + ")" + refusal.message())
                        .put("codeDesc", error.getKey()))
                .orElseGet(() -> answer.put("message", refusal.message()).put("codeDesc", name));
    }

    private static Optional<Map.Entry<String, Integer>> findError(String name, CrsAction action) {
        return Stream.of(Stream.of(name), SYNONYMS.getOrDefault(name, List.of()).stream(), Stream.of(FALLBACK))
                .flatMap(names -> names)
                .filter(action.errors()::containsKey)
                .findFirst()
                .map(listed -> Map.entry(listed, action.errors().get(listed)));
    }
}
