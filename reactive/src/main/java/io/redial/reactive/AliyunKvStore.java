package io.redial.reactive;

import io.redial.aliyun.kvstore.AliyunKvStoreActions;
import io.redial.core.Effect;
import io.redial.core.GenericRequest;
import io.redial.core.GenericResponse;
import io.redial.core.Rate;
import io.redial.reactive.follow.Following;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * A client of Alibaba Cloud's R-KVStore, API 2015-01-01. The named method is a one-liner over {@link #call}; other actions go
 * by their name. {@link ApiClient} says what holds for all of them.
 *
 * <p>Work is followed by the status of its instance, with DescribeInstanceAttribute.
 */
public final class AliyunKvStore extends ApiClient<AliyunKvStore> implements AliyunKvStoreCalls {

    AliyunKvStore(ClientConfig config, Transport transport) {
        this(new Connection(config, transport, Following::ofAliyunKvStore, AliyunKvStoreActions::all), config.lane());
    }

    private AliyunKvStore(Connection connection, Lane lane) {
        super(connection, lane);
    }

    /** Begins a client. It needs credentials and a region. */
    public static AliyunKvStoreBuilder builder() {
        return new AliyunKvStoreBuilder();
    }

    @Override
    public AliyunKvStore in(Lane otherLane) {
        return new AliyunKvStore(connection(), otherLane);
    }

    /**
     * Sends a request of an action that this library does not know.
     *
     * @param action the action on the wire, for example {@code DescribeInstances}
     * @param rate how often it may be called; Alibaba counts by the minute or by the second
     * @param effect what happens when it is sent twice; {@link Effect#WRITE} is on the safe side
     * @param parameters a tree of maps, lists, strings, numbers and booleans
     */
    public Mono<GenericResponse> call(String action, Rate rate, Effect effect, Map<String, ?> parameters) {
        return call(GenericRequest.of("r-kvstore", action, "2015-01-01", rate, effect, parameters));
    }
}
