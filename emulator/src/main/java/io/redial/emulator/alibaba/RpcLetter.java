package io.redial.emulator.alibaba;

import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Digests;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Signature 1.0, HMAC-SHA1: everything is a parameter. */
final class RpcLetter implements Letter {
    private final String method;
    private final NavigableMap<String, String> values;

    RpcLetter(Arrival arrival) {
        this.method = arrival.method();
        this.values = Letter.values(arrival);
    }

    @Override
    public Optional<String> common(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String expected(String secret) {
        var signed = new TreeMap<>(values);
        signed.remove("Signature");
        var text = method + "&" + PercentCode.encode("/") + "&" + PercentCode.encode(PercentCode.query(signed));
        return Base64.getEncoder().encodeToString(Digests.hmacSha1(secret + "&", text));
    }

    @Override
    public NavigableMap<String, String> values() {
        return values;
    }

    @Override
    public boolean wantsJson() {
        return common("Format").filter("JSON"::equalsIgnoreCase).isPresent();
    }
}
