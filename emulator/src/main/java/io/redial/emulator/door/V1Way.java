package io.redial.emulator.door;

import io.redial.catalog.Api;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
    private final AccessKey key;
    private final Punctuality time;
    private final Nonces nonces;
    private final FlatParameters flat;

    V1Way(Api api, AccessKey key, Punctuality time) {
        this.api = api;
        this.key = key;
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
        var letter = new Letter(name -> Optional.ofNullable(values.get(name)), fields -> flat.read(fields, own));
        check(arrival, letter, values);
        return letter;
    }

    private void check(Arrival arrival, Letter letter, SortedMap<String, String> values) {
        if (!letter.common("SecretId").equals(key.id())) {
            throw Way.unknownSecretId();
        }
        var timestamp = time.check(letter.common("Timestamp"));
        var nonce = letter.common("Nonce");
        if (!nonce.matches("0*[1-9]\\d{0,19}")) {
            throw new Refusal("InvalidParameterValue", "The common parameter `Nonce` is not a positive number.");
        }
        var method = letter.commons().apply("SignatureMethod").orElse("");
        var expected = ParameterSignature.of(ParameterSignature.text(arrival, values), key.secret(), method);
        if (!Digests.same(expected, letter.common("Signature"))) {
            throw Way.badSignature();
        }
        Way.token(key, letter);
        if (!nonces.isNew(timestamp + "/" + nonce, time.now())) {
            throw Way.failure("The request is a replay: its `Nonce` was used at this `Timestamp` before.");
        }
    }
}
