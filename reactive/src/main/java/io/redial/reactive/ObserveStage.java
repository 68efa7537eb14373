package io.redial.reactive;

import io.micrometer.observation.Observation;
import io.redial.core.ApiResponse;
import io.redial.core.error.ServiceException;
import reactor.core.publisher.Mono;

/** Makes each call an observation. */
final class ObserveStage implements Stage {
    private final ClientConfig config;
    private final Stage next;

    private ObserveStage(ClientConfig config, Stage next) {
        this.config = config;
        this.next = next;
    }

    static Stage create(ClientConfig config, Stage next) {
        return config.observations().isNoop() ? next : new ObserveStage(config, next);
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return Mono.defer(() -> {
            var observation = Observation.start(CallEvents.CALL, config.observations())
                    .lowCardinalityKeyValue("action", call.request().action().name())
                    .lowCardinalityKeyValue("region", call.target().region());
            return next.call(call.observedBy(observation))
                    .doOnSuccess(response -> stop(observation, response == null ? "cancelled" : "succeeded"))
                    .doOnError(error -> stop(observation.error(error), outcome(error)))
                    .doOnCancel(() -> stop(observation, "cancelled"));
        });
    }

    private static void stop(Observation observation, String outcome) {
        observation.lowCardinalityKeyValue("outcome", outcome).stop();
    }

    private static String outcome(Throwable error) {
        return error instanceof ServiceException refused
                ? refused.code()
                : error.getClass().getSimpleName();
    }
}
