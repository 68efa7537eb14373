package io.redial.reactive.follow;

import io.redial.core.Effect;
import io.redial.core.GenericRequest;
import io.redial.core.GenericResponse;
import io.redial.core.Rate;
import io.redial.core.error.ServiceException;
import io.redial.reactive.follow.Facts.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How Alibaba's R-KVStore tells of work: by the status of the instance, which DescribeInstanceAttribute answers. The document
 * that Redial is made from does not describe that action, so it is called by name.
 *
 * @param calls how look-ups are sent
 */
record AliyunLookUps(Calls calls) implements LookUps {
    private static final Rate RATE = new Rate(60, Duration.ofMinutes(1));
    private static final String UNKNOWN_INSTANCE = "InvalidInstanceId.NotFound";

    @Override
    public int instancesInACall() {
        return 1;
    }

    @Override
    public Mono<Map<String, Facts.Instance>> instances(List<String> ids) {
        var id = ids.get(0);
        var request = GenericRequest.of(
                "r-kvstore", "DescribeInstanceAttribute", "2015-01-01", RATE, Effect.READ, Map.of("InstanceId", id));
        return calls.call(request)
                .map(answer -> Map.of(id, instance(id, status(answer))))
                .onErrorResume(
                        error -> error instanceof ServiceException refused
                                && refused.code().equals(UNKNOWN_INSTANCE),
                        error -> Mono.just(Map.of()));
    }

    /** {@code {"Instances": {"DBInstanceAttribute": [{"InstanceStatus": "Normal", ...}]}}}; XML has no lists of one. */
    private static String status(GenericResponse answer) {
        return answer.fields().get("Instances") instanceof Map<?, ?> instances
                        && first(instances.get("DBInstanceAttribute")) instanceof Map<?, ?> attributes
                        && attributes.get("InstanceStatus") instanceof String status
                ? status
                : "(no status)";
    }

    private static Object first(@Nullable Object value) {
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> element) {
            return element;
        }
        return value == null ? Map.of() : value;
    }

    private static Facts.Instance instance(String id, String status) {
        return new Facts.Instance(
                id,
                switch (status) {
                    case "Normal" -> Use.RUNNING;
                    case "Inactive", "Released" -> Use.GONE;
                    case "Unavailable", "Error" -> Use.OTHER;
                    // Creating, Changing, Flushing, Migrating, Rebooting, ...: there are many, and more will come.
                    default -> Use.CHANGING;
                },
                status);
    }

    @Override
    public Mono<Facts.Task> task(String id) {
        return Mono.error(new UnsupportedOperationException("its work has no tasks"));
    }

    @Override
    public boolean canListTasks() {
        return false;
    }

    @Override
    public Mono<Facts.TaskPage> tasks(Instant since, int page) {
        return Mono.error(new UnsupportedOperationException("its work has no tasks"));
    }

    @Override
    public Flux<Facts.Task> tasksOf(String instanceId, Collection<String> types, Instant since) {
        return Flux.empty();
    }

    @Override
    public int ordersInACall() {
        return 1;
    }

    @Override
    public Mono<Map<String, Facts.Order>> orders(List<String> ids) {
        return Mono.error(new UnsupportedOperationException("its orders cannot be looked up"));
    }

    @Override
    public void checkTask(String id) {
        throw new IllegalArgumentException(
                "work of R-KVStore is followed by its instance, like instance:r-bp1zxszh, not by a task");
    }
}
