package io.redial.reactive;

import io.redial.core.GenericRequest;
import io.redial.core.GenericResponse;
import io.redial.reactive.follow.Following;
import io.redial.tencent.redis.TencentRedisActions;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * A client of TencentDB for Redis, API 3.0. The named methods are one-liners over {@link #call}; {@link ApiClient} says what
 * holds for all of them.
 */
public final class TencentRedis extends ApiClient<TencentRedis> implements TencentRedisCalls {

    TencentRedis(ClientConfig config, Transport transport) {
        this(new Connection(config, transport, Following::ofTencentRedis, TencentRedisActions::all), config.lane());
    }

    private TencentRedis(Connection connection, Lane lane) {
        super(connection, lane);
    }

    /** Begins a client. It needs credentials and a region. */
    public static TencentRedisBuilder builder() {
        return new TencentRedisBuilder();
    }

    @Override
    public TencentRedis in(Lane otherLane) {
        return new TencentRedis(connection(), otherLane);
    }

    /**
     * Sends a request of an action that this library does not know. It is treated as a write with a quota of 20 a second.
     *
     * @param action the action on the wire
     * @param version the API version, for example {@code 2018-04-12}
     * @param parameters a tree of maps, lists, strings, numbers and booleans
     */
    public Mono<GenericResponse> call(String action, String version, Map<String, ?> parameters) {
        return call(GenericRequest.of("redis", action, version, parameters));
    }
}
