package io.redial.reactive;

import io.redial.core.protocol.ParameterDoor;
import io.redial.core.protocol.TencentV2Protocol;
import io.redial.core.signature.SignatureMethod;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link TencentCrs} client. Not thread-safe. */
public final class TencentCrsBuilder extends ClientBuilder<TencentCrsBuilder> {
    private static final URI ENDPOINT = URI.create("https://redis.api.qcloud.com");

    private final TencentV2Protocol.Builder protocol = TencentV2Protocol.builder();
    private @Nullable String region;

    TencentCrsBuilder() {}

    @Override
    TencentCrsBuilder self() {
        return this;
    }

    /** The region whose instances are meant, by the short name that the document uses, for example {@code gz}. Required. */
    public TencentCrsBuilder region(String newRegion) {
        this.region = Objects.requireNonNull(newRegion, "region");
        return this;
    }

    /** How calls are carried. By default as a form by POST. */
    public TencentCrsBuilder door(ParameterDoor door) {
        protocol.door(door);
        return this;
    }

    /** How calls are signed. By default with HmacSHA256. */
    public TencentCrsBuilder signatureMethod(SignatureMethod method) {
        protocol.signatureMethod(method);
        return this;
    }

    /**
     * Makes the client. Nothing is connected yet.
     *
     * @throws IllegalArgumentException if credentials or region are missing
     */
    public TencentCrs build() {
        var config = config();
        return new TencentCrs(config, transport(config));
    }

    ClientConfig config() {
        return config(protocol.strict(isStrict()).build(), region, ENDPOINT);
    }
}
