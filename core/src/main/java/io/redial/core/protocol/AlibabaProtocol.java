package io.redial.core.protocol;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.signature.NonceSource;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;

/**
 * Alibaba Cloud's RPC APIs, as R-KVStore (ApsaraDB for Redis) speaks them, through any of their {@linkplain AlibabaDoor
 * doors}.
 *
 * <p>A refusal has an HTTP status of 400 or more. The region of the target is sent as {@code RegionId} unless the request
 * brings its own; an empty one is left out.
 *
 * <p>Source: R-KVStore 2015-01-01 reference; Alibaba Cloud OpenAPI reference, RPC request signatures.
 */
public final class AlibabaProtocol implements Protocol {
    private final Encoder encoder;
    private final UnknownFields unknownFields;

    private AlibabaProtocol(Encoder encoder, UnknownFields unknownFields) {
        XmlAnswer.prepare();
        this.encoder = encoder;
        this.unknownFields = unknownFields;
    }

    /** As the reference shows it: queries by GET with the RPC signature 1.0, answered in JSON. */
    public static AlibabaProtocol create() {
        return builder().build();
    }

    /** Begins to choose. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public <O extends ApiResponse> HttpCall encode(
            ApiRequest<O> request, Target target, Credentials credentials, Instant time) {
        return encoder.encode(request, target, credentials, time);
    }

    @Override
    public <O extends ApiResponse> O decode(Action<?, O> action, Target target, HttpAnswer answer) {
        var site = target.callSite(action.name());
        try {
            if (answer.status() >= 200 && answer.status() < 300) {
                // XML cannot tell a list of one from an object.
                return XmlAnswer.is(answer.body())
                        ? WireReader.readLeniently(
                                XmlAnswer.json(answer.body(), action.name() + "Response"),
                                unknownFields,
                                action.response())
                        : WireReader.read(answer.body(), unknownFields, action.response());
            }
            var error = XmlAnswer.is(answer.body()) ? XmlAnswer.json(answer.body(), "Error") : answer.body();
            throw WireReader.read(error, UnknownFields.SKIP, AlibabaError.WIRE).at(site, answer.status());
        } catch (UnreadableException e) {
            throw answer.unreadable(site, String.valueOf(e.getMessage()));
        }
    }

    static SortedMap<String, String> parameters(ApiRequest<?> request, Target target) {
        var parameters = RequestForm.parameters(request, 1);
        if (!target.region().isEmpty()) {
            parameters.putIfAbsent("RegionId", target.region());
        }
        return parameters;
    }

    /** What can be chosen. Not thread-safe; {@link #build} may be called any number of times. */
    public static final class Builder {
        private AlibabaDoor door = AlibabaDoor.RPC_GET;
        private AlibabaFormat format = AlibabaFormat.JSON;
        private NonceSource nonces = NonceSource.uuids();
        private UnknownFields unknownFields = UnknownFields.SKIP;

        private Builder() {}

        /** How calls travel and are signed. By default {@link AlibabaDoor#RPC_GET}. */
        public Builder door(AlibabaDoor newDoor) {
            this.door = Objects.requireNonNull(newDoor, "door");
            return this;
        }

        /** In which form answers are asked for. By default {@link AlibabaFormat#JSON}. */
        public Builder format(AlibabaFormat newFormat) {
            this.format = Objects.requireNonNull(newFormat, "format");
            return this;
        }

        /** Where nonces come from. By default {@link NonceSource#uuids()}. */
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
        public AlibabaProtocol build() {
            return new AlibabaProtocol(encoder(), unknownFields);
        }

        private Encoder encoder() {
            return switch (door) {
                case RPC_GET -> new RpcEncoder(ParameterDoor.GET, format, nonces);
                case RPC_FORM -> new RpcEncoder(ParameterDoor.FORM, format, nonces);
                case ACS3 -> new Acs3Encoder(format, nonces);
            };
        }
    }
}
