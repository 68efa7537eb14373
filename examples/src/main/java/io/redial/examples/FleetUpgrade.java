package io.redial.examples;

import io.redial.examples.UpgradeEvent.Accepted;
import io.redial.examples.UpgradeEvent.Failed;
import io.redial.examples.UpgradeEvent.Succeeded;
import io.redial.reactive.TencentRedis;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Upgrades all instances of a region: this class is the story, the others here tell it.
 *
 * @param rule what they are upgraded to
 * @param inFlight how many are ordered and followed at the same time
 */
record FleetUpgrade(TencentRedis redis, UpgradeRule rule, int inFlight) {

    /** All instances of the region, page by page. */
    Mono<List<InstanceSet>> instances() {
        return redis.items(DescribeInstancesRequest.builder().build()).collectList();
    }

    /** Orders each upgrade and follows it until its instance runs again. A failure is an event and ends nothing else. */
    Flux<UpgradeEvent> run(List<InstanceSet> fleet) {
        return Flux.fromIterable(fleet).flatMap(this::upgrade, inFlight);
    }

    private Flux<UpgradeEvent> upgrade(InstanceSet instance) {
        return Flux.defer(() -> {
            var accepted = new AtomicBoolean();
            return Mono.fromSupplier(() -> rule.orderFor(instance))
                    .flatMapMany(redis::follow)
                    .doOnNext(progress -> accepted.set(true))
                    .mapNotNull(FleetUpgrade::event)
                    .onErrorResume(error -> Mono.just(failure(instance, accepted.get(), error)));
        });
    }

    private static @Nullable UpgradeEvent event(Progress<?> progress) {
        if (progress instanceof Progress.Submitted) {
            return new Accepted();
        }
        return progress instanceof Progress.Succeeded<?> success ? new Succeeded(success.elapsed()) : null;
    }

    private static UpgradeEvent failure(InstanceSet instance, boolean accepted, Throwable error) {
        // The reason may quote the cloud: whatever that sends, it stays on one line.
        var reason = String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return new Failed(Objects.requireNonNullElse(instance.instanceId(), "(no id)"), accepted, reason);
    }
}
