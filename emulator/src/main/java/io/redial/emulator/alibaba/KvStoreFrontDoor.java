package io.redial.emulator.alibaba;

import io.redial.emulator.door.AccessKey;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Digests;
import io.redial.emulator.door.Nonces;
import io.redial.emulator.door.Punctuality;
import io.redial.emulator.door.QuotaCheck;
import io.redial.emulator.door.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/** Checks a request from the outside in. */
final class KvStoreFrontDoor {
    private static final String VERSION = "2015-01-01";
    private static final int MAX_NONCE = 256;

    private final Map<String, KvStoreAction> actions;
    private final AccessKey key;
    private final Punctuality time;
    private final Nonces nonces;
    private final QuotaCheck quotas;

    KvStoreFrontDoor(Map<String, KvStoreAction> actions, AccessKey key, Punctuality time, QuotaCheck quotas) {
        this.actions = actions;
        this.key = key;
        this.time = time;
        this.nonces = time.nonces();
        this.quotas = quotas;
    }

    KvStoreCall admit(Arrival arrival) {
        if (!arrival.isGet() && !arrival.isPost()) {
            throw new Refusal("UnsupportedHTTPMethod", "This http method is not supported.");
        }
        if (arrival.isLargerThan(Integer.MAX_VALUE, Integer.MAX_VALUE)) {
            throw new Refusal("RequestEntityTooLarge", "The request is too large.");
        }
        var letter = Letter.of(arrival);
        sender(arrival, letter);
        if (!letter.required("Version").equals(VERSION)) {
            throw new Refusal("InvalidVersion", "Specified parameter Version is not valid.");
        }
        var action = actions.get(letter.required("Action"));
        if (action == null) {
            throw new Refusal(
                    "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
        }
        quotas.spend(KvStoreDoor.PREFIX + letter.required("Action"), arrival.host());
        return new KvStoreCall(action, letter.values());
    }

    private void sender(Arrival arrival, Letter letter) {
        if (!letter.required("AccessKeyId").equals(key.id())) {
            throw new Refusal("InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        time.check(seconds(letter.required("Timestamp")), arrival);
        var nonce = letter.required("SignatureNonce");
        if (nonce.length() > MAX_NONCE) {
            throw new Refusal("InvalidParameter", "The nonce is longer than " + MAX_NONCE + " characters.");
        }
        if (!Digests.same(letter.expected(key.secret()), letter.required("Signature"))) {
            throw new Refusal("SignatureDoesNotMatch", "Specified signature is not matched with our calculation.");
        }
        if (!key.isUsedWith(letter.common("SecurityToken").filter(token -> !token.isEmpty()))) {
            throw new Refusal(
                    "InvalidSecurityToken.MismatchWithAccessKey",
                    "Specified SecurityToken mismatch with the AccessKey.");
        }
        if (!nonces.isNew(nonce, time.now())) {
            throw new Refusal("SignatureNonceUsed", "Specified signature nonce was used already.");
        }
    }

    private static long seconds(String text) {
        try {
            if (text.length() == "2026-03-01T00:00:00Z".length()) {
                return Instant.parse(text).getEpochSecond();
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new Refusal("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }
}
