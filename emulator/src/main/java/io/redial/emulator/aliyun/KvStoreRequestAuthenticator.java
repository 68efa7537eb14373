package io.redial.emulator.aliyun;

import io.redial.emulator.protocol.AccessKey;
import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.Digests;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.NonceCache;
import io.redial.emulator.protocol.QuotaCheck;
import io.redial.emulator.protocol.TimestampValidator;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/** Checks a request from the outside in. */
final class KvStoreRequestAuthenticator {
    private static final String VERSION = "2015-01-01";
    private static final int MAX_NONCE_LENGTH = 256;

    private final Map<String, KvStoreActionHandler> handlers;
    private final AccessKey key;
    private final TimestampValidator timestamps;
    private final NonceCache nonces;
    private final QuotaCheck quotas;

    KvStoreRequestAuthenticator(
            Map<String, KvStoreActionHandler> actions, AccessKey key, TimestampValidator time, QuotaCheck quotas) {
        this.handlers = actions;
        this.key = key;
        this.timestamps = time;
        this.nonces = time.newNonceCache();
        this.quotas = quotas;
    }

    KvStoreRequest authenticate(IncomingRequest arrival) {
        if (!arrival.isGet() && !arrival.isPost()) {
            throw new ApiError("UnsupportedHTTPMethod", "This http method is not supported.");
        }
        if (arrival.isLargerThan(Integer.MAX_VALUE, Integer.MAX_VALUE)) {
            throw new ApiError("RequestEntityTooLarge", "The request is too large.");
        }
        var letter = SignedRequest.of(arrival);
        checkSender(arrival, letter);
        if (!letter.requiredCommonParameter("Version").equals(VERSION)) {
            throw new ApiError("InvalidVersion", "Specified parameter Version is not valid.");
        }
        var action = handlers.get(letter.requiredCommonParameter("Action"));
        if (action == null) {
            throw new ApiError(
                    "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
        }
        quotas.acquire(KvStoreProtocolHandler.PREFIX + letter.requiredCommonParameter("Action"), arrival.host());
        return new KvStoreRequest(action, letter.parameters());
    }

    private void checkSender(IncomingRequest arrival, SignedRequest letter) {
        if (!letter.requiredCommonParameter("AccessKeyId").equals(key.id())) {
            throw new ApiError("InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        timestamps.validate(parseSeconds(letter.requiredCommonParameter("Timestamp")), arrival);
        var nonce = letter.requiredCommonParameter("SignatureNonce");
        if (nonce.length() > MAX_NONCE_LENGTH) {
            throw new ApiError("InvalidParameter", "The nonce is longer than " + MAX_NONCE_LENGTH + " characters.");
        }
        if (!Digests.constantTimeEquals(
                letter.expectedSignature(key.secret()), letter.requiredCommonParameter("Signature"))) {
            throw new ApiError("SignatureDoesNotMatch", "Specified signature is not matched with our calculation.");
        }
        if (!key.acceptsToken(letter.commonParameter("SecurityToken").filter(token -> !token.isEmpty()))) {
            throw new ApiError(
                    "InvalidSecurityToken.MismatchWithAccessKey",
                    "Specified SecurityToken mismatch with the AccessKey.");
        }
        if (!nonces.addIfAbsent(nonce, timestamps.nowMillis())) {
            throw new ApiError("SignatureNonceUsed", "Specified signature nonce was used already.");
        }
    }

    private static long parseSeconds(String text) {
        try {
            if (text.length() == "2026-03-01T00:00:00Z".length()) {
                return Instant.parse(text).getEpochSecond();
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new ApiError("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }
}
