package io.redial.emulator.crs;

import io.redial.emulator.door.AccessKey;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Form;
import io.redial.emulator.door.Nonces;
import io.redial.emulator.door.ParameterSignature;
import io.redial.emulator.door.Punctuality;
import io.redial.emulator.door.QuotaCheck;
import io.redial.emulator.door.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks a request of API v2 from the outside in. */
final class CrsFrontDoor {
    /** One number stands for a time that is off and for a nonce that came twice. */
    private static final String REPLAY = "4500";

    private static final Set<String> COMMONS =
            Set.of("Action", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token");

    private final Map<String, CrsAction> actions;
    private final Set<String> regions;
    private final ParameterSignature signatures;
    private final Punctuality time;
    private final Nonces nonces;
    private final QuotaCheck quotas;

    CrsFrontDoor(
            Map<String, CrsAction> actions, Set<String> regions, AccessKey key, Punctuality time, QuotaCheck quotas) {
        this.actions = actions;
        this.regions = regions;
        this.signatures = new ParameterSignature(key, time);
        this.time = time;
        this.nonces = time.nonces();
        this.quotas = quotas;
    }

    static Optional<String> action(Arrival arrival) {
        try {
            return Optional.ofNullable(Form.of(arrival).get("Action"));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    CrsCall admit(Arrival arrival) {
        if (!arrival.isGet() && !arrival.isPost()) {
            throw new Refusal("UnsupportedProtocol", "Only GET and POST are accepted.");
        }
        if (arrival.isLargerThan(Integer.MAX_VALUE, Integer.MAX_VALUE)) {
            throw new Refusal("RequestSizeLimitExceeded", "The request is too large.");
        }
        var values = values(arrival);
        var action = actions.get(required(values, "Action"));
        if (action == null) {
            throw new Refusal("InvalidAction", "The requested action does not exist.");
        }
        var region = region(required(values, "Region"));
        quotas.spend(CrsDoor.PREFIX + action.name(), arrival.host());
        values.keySet().removeAll(COMMONS);
        return new CrsCall(action, region, CrsParameters.read(action, values));
    }

    /** All values, whose sender is known by now. An underscore in a name counts as a dot, in the signature too. */
    private NavigableMap<String, String> values(Arrival arrival) {
        var sent = Form.of(arrival);
        var values = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> values.put(name.replace('_', '.'), value));
        if (values.size() < sent.size()) {
            throw new Refusal("InvalidParameter", "A parameter stands in the request twice.");
        }
        signatures.check(arrival, values);
        if (!nonces.isNew(required(values, "Nonce"), time.now())) {
            throw new Refusal(REPLAY, "The request is a replay: its `Nonce` was used before.");
        }
        return new TreeMap<>(values);
    }

    private String region(String name) {
        var region = ShortRegions.full(name);
        if (!regions.contains(region)) {
            throw new Refusal("UnsupportedRegion", "The requested region is not supported.");
        }
        return region;
    }

    private static String required(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new Refusal("MissingParameter", "The request is missing the common parameter `" + name + "`."));
    }
}
