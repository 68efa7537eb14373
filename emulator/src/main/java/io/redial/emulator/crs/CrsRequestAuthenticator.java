package io.redial.emulator.crs;

import io.redial.emulator.protocol.AccessKey;
import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.FormParameters;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.NonceCache;
import io.redial.emulator.protocol.ParameterSignatureVerifier;
import io.redial.emulator.protocol.QuotaCheck;
import io.redial.emulator.protocol.TimestampValidator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks a request of API v2 from the outside in. */
final class CrsRequestAuthenticator {
    /** One number stands for a time that is off and for a nonce that came twice. */
    private static final String REPLAY_CODE = "4500";

    private static final Set<String> COMMON_PARAMETERS =
            Set.of("Action", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token");

    private final Map<String, CrsAction> actions;
    private final Set<String> regions;
    private final ParameterSignatureVerifier signatures;
    private final TimestampValidator timestamps;
    private final NonceCache nonces;
    private final QuotaCheck quotas;

    CrsRequestAuthenticator(
            Map<String, CrsAction> actions,
            Set<String> regions,
            AccessKey key,
            TimestampValidator time,
            QuotaCheck quotas) {
        this.actions = actions;
        this.regions = regions;
        this.signatures = new ParameterSignatureVerifier(key, time);
        this.timestamps = time;
        this.nonces = time.newNonceCache();
        this.quotas = quotas;
    }

    static Optional<String> actionName(IncomingRequest arrival) {
        try {
            return Optional.ofNullable(FormParameters.of(arrival).get("Action"));
        } catch (ApiError unreadable) {
            return Optional.empty();
        }
    }

    CrsRequest authenticate(IncomingRequest arrival) {
        if (!arrival.isGet() && !arrival.isPost()) {
            throw new ApiError("UnsupportedProtocol", "Only GET and POST are accepted.");
        }
        if (arrival.isLargerThan(Integer.MAX_VALUE, Integer.MAX_VALUE)) {
            throw new ApiError("RequestSizeLimitExceeded", "The request is too large.");
        }
        var values = verifiedParameters(arrival);
        var action = actions.get(required(values, "Action"));
        if (action == null) {
            throw new ApiError("InvalidAction", "The requested action does not exist.");
        }
        var region = region(required(values, "Region"));
        quotas.acquire(CrsProtocolHandler.PREFIX + action.name(), arrival.host());
        values.keySet().removeAll(COMMON_PARAMETERS);
        return new CrsRequest(action, region, CrsParameterReader.read(action, values));
    }

    /** All values, whose sender is known by now. An underscore in a name counts as a dot, in the signature too. */
    private NavigableMap<String, String> verifiedParameters(IncomingRequest arrival) {
        var sent = FormParameters.of(arrival);
        var values = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> values.put(name.replace('_', '.'), value));
        if (values.size() < sent.size()) {
            throw new ApiError("InvalidParameter", "A parameter stands in the request twice.");
        }
        signatures.verify(arrival, values);
        if (!nonces.addIfAbsent(required(values, "Nonce"), timestamps.nowMillis())) {
            throw new ApiError(REPLAY_CODE, "The request is a replay: its `Nonce` was used before.");
        }
        return new TreeMap<>(values);
    }

    private String region(String name) {
        var region = RegionShortNames.fullName(name);
        if (!regions.contains(region)) {
            throw new ApiError("UnsupportedRegion", "The requested region is not supported.");
        }
        return region;
    }

    private static String required(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ApiError(
                        "MissingParameter", "The request is missing the common parameter `" + name + "`."));
    }
}
