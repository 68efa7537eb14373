package io.redial.emulator.door;

import io.redial.catalog.Api;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** HmacSHA1 and HmacSHA256: all parameters, common ones too, are a query or a form. */
final class V1Way implements Way {
    /** The vendor's SDKs add {@code RequestClient}, which no document mentions. */
    private static final Set<String> COMMONS = Set.of(
            "Action",
            "Version",
            "Region",
            "Timestamp",
            "Nonce",
            "SecretId",
            "Signature",
            "SignatureMethod",
            "Token",
            "Language",
            "RequestClient");

    private final Api api;
    private final ParameterSignature check;
    private final Punctuality time;
    private final Nonces nonces;
    private final FlatParameters flat;

    V1Way(Api api, AccessKey key, Punctuality time) {
        this.api = api;
        this.check = new ParameterSignature(key, time);
        this.time = time;
        this.nonces = time.nonces();
        this.flat = new FlatParameters(api);
    }

    @Override
    public boolean isOf(Arrival arrival) {
        if (arrival.header("Authorization").isPresent()) {
            return false;
        }
        return arrival.isGet() ? arrival.query().contains("Signature=") : Form.isBodyOf(arrival);
    }

    @Override
    public int maxBody() {
        return api.protocol().maxFormBytes();
    }

    @Override
    public Optional<String> action(Arrival arrival) {
        if (arrival.isLargerThan(api.protocol().maxGetBytes(), maxBody())) {
            // it will be refused for that, so it is not worth reading
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Form.of(arrival).get("Action"));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Letter open(Arrival arrival) {
        var values = Form.of(arrival);
        var own = new TreeMap<>(values);
        own.keySet().removeAll(COMMONS);
        var commons = Commons.of(values);
        check.check(arrival, values);
        if (!nonces.isNew(commons.required("Timestamp") + "/" + commons.required("Nonce"), time.now())) {
            throw AuthFailure.signature("The request is a replay: its `Nonce` was used at this `Timestamp` before.");
        }
        return new Letter(commons, fields -> flat.read(fields, own));
    }
}
