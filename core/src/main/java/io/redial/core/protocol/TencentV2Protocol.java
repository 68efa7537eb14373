package io.redial.core.protocol;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.Effect;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.signature.NonceSource;
import io.redial.core.signature.ParameterSigner;
import io.redial.core.signature.SignatureMethod;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import java.time.Instant;
import java.util.Objects;

/**
 * Tencent Cloud API v2, as the older Redis API (CRS) speaks it: parameters to {@code /v2/index.php}, answers with a
 * {@code code} that is 0 for success. Versions have no place in it, and regions go as they are named, {@code ap-guangzhou}
 * or {@code gz}; an empty one is left out.
 *
 * <p>Objects and lists of an answer may stand for each other, and so may numbers and texts.
 *
 * <p>Source: CRS API v2 reference, chapters on the structure of requests, on signing, on answers and on error codes.
 */
public final class TencentV2Protocol implements Protocol {
    private final SignedParameters common;
    private final UnknownFields unknownFields;

    private TencentV2Protocol(SignedParameters common, UnknownFields unknownFields) {
        this.common = common;
        this.unknownFields = V2Head.besides(unknownFields);
    }

    /** As most applications want it: forms by POST, signed with HmacSHA256. */
    public static TencentV2Protocol create() {
        return builder().build();
    }

    /** Begins to choose. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public <O extends ApiResponse> HttpCall encode(
            ApiRequest<O> request, Target target, Credentials credentials, Instant time) {
        var parameters = RequestForm.parameters(request, 0);
        parameters.put("Action", request.action().name());
        return common.call(parameters, target, credentials, time);
    }

    @Override
    public <O extends ApiResponse> O decode(Action<?, O> action, Target target, HttpAnswer answer) {
        var site = target.callSite(action.name());
        if (answer.status() != 200) {
            throw answer.unreadable(site, "where only HTTP 200 is an answer");
        }
        try {
            var head = WireReader.read(answer.body(), UnknownFields.SKIP, V2Head.WIRE);
            if (!head.isSuccess()) {
                throw new ServiceException(
                        site, head.errorCode(), head.message(), null, refusal(action.effect(), head.code()));
            }
            return WireReader.readLeniently(answer.body(), unknownFields, action.response());
        } catch (UnreadableException e) {
            throw answer.unreadable(site, String.valueOf(e.getMessage()));
        }
    }

    /**
     * One code stands for a clock that is off and for a nonce that came twice. What may be done twice is sent again, at the
     * time of the server and with a nonce of its own; of anything else, the first sending may have been done.
     */
    private static Refusal refusal(Effect effect, String code) {
        var refusal = Refusal.of(code);
        return refusal == Refusal.REPLAYED && effect.repeatable() ? Refusal.CLOCK : refusal;
    }

    /** What can be chosen. Not thread-safe; {@link #build} may be called any number of times. */
    public static final class Builder {
        private ParameterDoor door = ParameterDoor.FORM;
        private SignatureMethod method = SignatureMethod.HMAC_SHA256;
        private NonceSource nonces = NonceSource.numbers();
        private UnknownFields unknownFields = UnknownFields.SKIP;

        private Builder() {}

        /** How calls travel. By default as forms. */
        public Builder door(ParameterDoor newDoor) {
            this.door = Objects.requireNonNull(newDoor, "door");
            return this;
        }

        /** With what they are signed. By default HmacSHA256. */
        public Builder signatureMethod(SignatureMethod newMethod) {
            this.method = Objects.requireNonNull(newMethod, "method");
            return this;
        }

        /** Where nonces come from. By default {@link NonceSource#numbers()}. */
        public Builder nonces(NonceSource newNonces) {
            this.nonces = Objects.requireNonNull(newNonces, "nonces");
            return this;
        }

        /** For tests: a field that this version does not know makes an answer unreadable. By default it is passed over. */
        public Builder strict(boolean strict) {
            this.unknownFields = strict ? UnknownFields.REFUSE : UnknownFields.SKIP;
            return this;
        }

        /** Makes the protocol. */
        public TencentV2Protocol build() {
            return new TencentV2Protocol(new SignedParameters(door, ParameterSigner.v2(method), nonces), unknownFields);
        }
    }
}
