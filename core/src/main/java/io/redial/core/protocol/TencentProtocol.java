package io.redial.core.protocol;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.ServiceException;
import io.redial.core.signature.NonceSource;
import io.redial.core.signature.ParameterSigner;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tencent Cloud API 3.0, through any of its {@linkplain TencentDoor doors}.
 *
 * <p>Success and refusal both come with HTTP 200; a refusal is an answer whose {@code Response} has an {@code Error}. A
 * call that is larger than its door takes fails with {@link io.redial.core.error.RequestTooLargeException} and is not sent.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapters "Request Structure", "Common Params" and "Responses".
 */
public final class TencentProtocol implements Protocol {
    private final TencentDoor door;
    private final Encoder encoder;
    private final UnknownFields unknownFields;

    private TencentProtocol(Builder builder) {
        this.door = builder.door;
        this.encoder = builder.encoder();
        this.unknownFields = builder.unknownFields;
    }

    /**
     * As most applications want it: JSON by POST with TC3-HMAC-SHA256.
     *
     * @param service the service, for example {@code redis}
     */
    public static TencentProtocol forService(String service) {
        return builder(service).build();
    }

    /**
     * Begins to choose.
     *
     * @param service the service, for example {@code redis}
     */
    public static Builder builder(String service) {
        return new Builder(service);
    }

    @Override
    public <O extends ApiResponse> HttpCall encode(
            ApiRequest<O> request, Target target, Credentials credentials, Instant time) {
        var call = encoder.encode(request, target, credentials, time);
        return door.limit().checked(target, request.action().name(), call);
    }

    @Override
    public @Nullable URI address(Target target) {
        return encoder.address(target);
    }

    @Override
    public <O extends ApiResponse> O decode(Action<?, O> action, Target target, HttpAnswer answer) {
        if (answer.status() != 200) {
            throw answer.unreadable(target.callSite(action.name()), "where only HTTP 200 is an answer");
        }
        var envelope = new Envelope<>(action.response(), unknownFields);
        O response;
        try {
            response = WireReader.read(answer.body(), envelope, envelope);
        } catch (UnreadableException e) {
            throw answer.unreadable(target.callSite(action.name()), String.valueOf(e.getMessage()));
        }
        var error = envelope.error();
        if (error != null) {
            throw new ServiceException(
                    target.callSite(action.name()), error.code(), error.message(), response.requestId());
        }
        return response;
    }

    /** What can be chosen. Not thread-safe; {@link #build} may be called any number of times. */
    public static final class Builder {
        private final String service;
        private TencentDoor door = TencentDoor.TC3_JSON;
        private boolean signPayload = true;
        private @Nullable String language;
        private @Nullable NonceSource nonces;
        private UnknownFields unknownFields = UnknownFields.SKIP;

        private Builder(String service) {
            this.service = Objects.requireNonNull(service, "service");
        }

        /** How calls travel and are signed. By default {@link TencentDoor#TC3_JSON}. */
        public Builder door(TencentDoor newDoor) {
            this.door = Objects.requireNonNull(newDoor, "door");
            return this;
        }

        /** In which language the server words its messages, {@code zh-CN} or {@code en-US}. By default it decides. */
        public Builder language(String newLanguage) {
            this.language = Objects.requireNonNull(newLanguage, "language");
            return this;
        }

        /** Leaves the body out of a TC3 signature, which saves hashing large ones; HTTPS still protects it. */
        public Builder unsignedPayload() {
            this.signPayload = false;
            return this;
        }

        /** Where nonces come from, for the doors that need them. By default {@link NonceSource#numbers()}. */
        public Builder nonces(NonceSource newNonces) {
            this.nonces = Objects.requireNonNull(newNonces, "nonces");
            return this;
        }

        /** For tests: a field that this version does not know makes an answer unreadable. By default it is passed over. */
        public Builder strict(boolean strict) {
            this.unknownFields = strict ? UnknownFields.REFUSE : UnknownFields.SKIP;
            return this;
        }

        /**
         * Makes the protocol.
         *
         * @throws IllegalArgumentException if the payload shall stay unsigned at a door whose signature covers all parameters
         */
        public TencentProtocol build() {
            return new TencentProtocol(this);
        }

        private Encoder encoder() {
            var parameters = door.parameters();
            var method = door.method();
            if (parameters == null || method == null) {
                return new Tc3Encoder(service, door, signPayload, language);
            }
            if (!signPayload) {
                throw new IllegalArgumentException(
                        door + " signs every parameter; an unsigned payload needs one of the TC3 doors");
            }
            // Random numbers are only made where they are needed: the first one takes a while.
            var numbers = nonces == null ? NonceSource.numbers() : nonces;
            return new V1Encoder(new SignedParameters(parameters, ParameterSigner.api3(method), numbers), language);
        }
    }
}
