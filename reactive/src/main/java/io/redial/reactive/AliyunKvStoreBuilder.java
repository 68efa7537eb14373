package io.redial.reactive;

import io.redial.core.protocol.AlibabaDoor;
import io.redial.core.protocol.AlibabaFormat;
import io.redial.core.protocol.AlibabaProtocol;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of an {@link AliyunKvStore} client. Not thread-safe. */
public final class AliyunKvStoreBuilder extends ClientBuilder<AliyunKvStoreBuilder> {
    private static final URI ENDPOINT = URI.create("https://r-kvstore.aliyuncs.com");

    private final AlibabaProtocol.Builder protocol = AlibabaProtocol.builder();
    private @Nullable String region;

    AliyunKvStoreBuilder() {}

    @Override
    AliyunKvStoreBuilder self() {
        return this;
    }

    /** The region whose instances are meant, for example {@code cn-hangzhou}. Required. */
    public AliyunKvStoreBuilder region(String newRegion) {
        this.region = Objects.requireNonNull(newRegion, "region");
        return this;
    }

    /** How calls are signed and carried. By default with the RPC signature 1.0, by GET. */
    public AliyunKvStoreBuilder door(AlibabaDoor door) {
        protocol.door(door);
        return this;
    }

    /** In which form answers come. By default as JSON. */
    public AliyunKvStoreBuilder format(AlibabaFormat format) {
        protocol.format(format);
        return this;
    }

    /**
     * Makes the client. Nothing is connected yet.
     *
     * @throws IllegalArgumentException if credentials or region are missing
     */
    public AliyunKvStore build() {
        var config = config();
        return new AliyunKvStore(config, transport(config));
    }

    ClientConfig config() {
        return config(protocol.strict(isStrict()).build(), region, ENDPOINT);
    }
}
