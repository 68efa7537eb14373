package io.redial.reactive;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import reactor.core.publisher.Mono;

/** The pipeline of a client over a transport of the test's own. */
record Client(Stage pipeline, ClientConfig config) {

    static Client of(TencentRedisBuilder builder, Transport transport) {
        var config = builder.config();
        return new Client(Pipeline.assemble(config, transport, new ServerClock(config.scheduler())), config);
    }

    <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
        return pipeline.call(Call.first(request, config.target(), config.lane()));
    }
}
