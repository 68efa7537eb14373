package io.redial.reactive;

import io.redial.core.protocol.TencentDoor;
import io.redial.core.protocol.TencentProtocol;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link TencentRedis} client. Not thread-safe. */
public final class TencentRedisBuilder extends ClientBuilder<TencentRedisBuilder> {
    private static final String COMMON_HOST = "redis.intl.tencentcloudapi.com";
    private static final URI COMMON_ENDPOINT = URI.create("https://" + COMMON_HOST);

    private final TencentProtocol.Builder protocol = TencentProtocol.builder("redis");
    private @Nullable Region region;

    TencentRedisBuilder() {}

    @Override
    TencentRedisBuilder self() {
        return this;
    }

    /**
     * The region whose instances are meant. Required. Calls go to the common host {@code redis.intl.tencentcloudapi.com}
     * unless {@link #endpoint} says otherwise, for financial regions to their own.
     */
    public TencentRedisBuilder region(Region newRegion) {
        this.region = Objects.requireNonNull(newRegion, "region");
        return this;
    }

    /** How calls are signed and carried. By default JSON by POST with TC3-HMAC-SHA256. */
    public TencentRedisBuilder door(TencentDoor door) {
        protocol.door(door);
        return this;
    }

    /** Leaves the body out of the signature, which saves hashing large ones; HTTPS still protects it. Only TC3 doors can. */
    public TencentRedisBuilder unsignedPayload() {
        protocol.unsignedPayload();
        return this;
    }

    /** The language of messages, {@code zh-CN} or {@code en-US}. By default the server decides. */
    public TencentRedisBuilder language(String language) {
        protocol.language(language);
        return this;
    }

    /**
     * Makes the client. Nothing is connected yet.
     *
     * @throws IllegalArgumentException if credentials or region are missing, or a financial region is to be called on the
     *     common host
     */
    public TencentRedis build() {
        var config = config();
        return new TencentRedis(config, transport(config));
    }

    ClientConfig config() {
        refuseCommonHostOfFinancialRegion();
        return config(
                protocol.strict(isStrict()).build(),
                region == null ? null : region.id(),
                region != null && region.financial() ? ownEndpoint(region) : COMMON_ENDPOINT);
    }

    private void refuseCommonHostOfFinancialRegion() {
        if (region != null
                && region.financial()
                && endpoints().anyMatch(endpoint -> COMMON_HOST.equals(endpoint.getHost()))) {
            throw new IllegalArgumentException("the financial region " + region + " is cut off from " + COMMON_HOST
                    + "; leave the endpoint out or use " + ownEndpoint(region));
        }
    }

    private static URI ownEndpoint(Region called) {
        return URI.create("https://" + called.host());
    }
}
