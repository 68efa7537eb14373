package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.FollowableRequest;
import io.redial.core.error.RedialException;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.redis.DescribeInstanceDealDetailRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskListRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.ManualBackupInstanceRequest;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A thousand pieces of work of 30 to 120 seconds at once, with users on the same quotas, in virtual time. */
class FollowingManyTest {
    private static final int WORKS = 1_000;
    private static final String[] POLLS = {
        "DescribeTaskInfo", "DescribeTaskList", "DescribeInstanceDealDetail", "DescribeInstances"
    };

    private final List<Double> delays = new ArrayList<>();
    private final List<Double> userCalls = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();

    enum Kind {
        TASKS(instance -> ManualBackupInstanceRequest.of(instance.instanceId())),
        ORDERS(instance -> UpgradeInstanceRequest.of(instance.instanceId(), instance.redisShardSize() + 1024));

        final Function<InstanceSet, FollowableRequest<?>> request;

        Kind(Function<InstanceSet, FollowableRequest<?>> request) {
            this.request = request;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndIsToldSoonWithFewPollsAndUsersDoNotWait(Kind kind) {
        try (var virtual = new VirtualCloud(
                options -> options.instances(WORKS).latency(Duration.ofMillis(4), Duration.ofMillis(4)))) {
            var instances = instances(virtual);
            var users = users(virtual);
            var callsBefore = polls(virtual);
            var usersBefore = userCalls.size();

            follow(virtual, instances, kind);
            virtual.pass(Duration.ofSeconds(180));
            users.dispose();

            assertThat(errors).isEmpty();
            assertThat(delays).hasSize(WORKS);
            var polls = polls(virtual) - callsBefore - (userCalls.size() - usersBefore);
            assertThat(delays.stream().mapToDouble(delay -> delay).average().orElseThrow())
                    .as("mean delay in seconds")
                    .isLessThan(0.6);
            assertThat(percentile(delays, 99))
                    .as("99th percentile of the delay in seconds")
                    .isLessThan(1.2);
            assertThat((double) polls / WORKS)
                    .as("polls for each piece of work")
                    .isLessThan(3);
            assertThat(userCalls).hasSizeGreaterThan(5_000);
            assertThat(percentile(userCalls, 100))
                    .as("a user's call in seconds")
                    .isLessThan(0.01);
            assertThat(virtual.cloud.throttledCount()).isZero();
        }
    }

    private void follow(VirtualCloud virtual, List<InstanceSet> instances, Kind kind) {
        var random = new Random(7);
        for (var instance : instances) {
            var length = Duration.ofMillis(30_000 + random.nextInt(90_000));
            virtual.cloud.setNextTaskOutcome(instance.instanceId(), TaskOutcome.succeedsAfter(length));
            var began = new long[1];
            virtual.redis
                    .in(Lane.BULK)
                    .follow(kind.request.apply(instance))
                    .subscribe(
                            step -> {
                                if (step instanceof Progress.Submitted) {
                                    // The answer was on its way for two milliseconds.
                                    began[0] = virtual.time.now(NANOSECONDS) - 2_000_000;
                                } else if (step instanceof Progress.Succeeded) {
                                    delays.add((virtual.time.now(NANOSECONDS) - began[0] - length.toNanos()) / 1e9);
                                }
                            },
                            errors::add);
        }
    }

    /** What people do meanwhile, on the quotas that polls need: about a third of each. */
    private Disposable users(VirtualCloud virtual) {
        return Flux.merge(
                        every(
                                virtual,
                                17,
                                () -> virtual.redis.call(DescribeTaskListRequest.builder()
                                        .limit(1)
                                        .build())),
                        every(
                                virtual,
                                90,
                                () -> virtual.redis.call(DescribeInstanceDealDetailRequest.of(List.of("1")))),
                        every(
                                virtual,
                                90,
                                () -> virtual.redis
                                        .call(DescribeTaskInfoRequest.of(1))
                                        .onErrorComplete(RedialException.class)),
                        every(
                                virtual,
                                50,
                                () -> virtual.redis.call(DescribeInstancesRequest.builder()
                                        .limit(1)
                                        .build())))
                .subscribe(took -> {}, errors::add);
    }

    private <T> Flux<Long> every(VirtualCloud virtual, int millis, Supplier<Mono<T>> call) {
        return Flux.interval(Duration.ofMillis(millis), virtual.time)
                .onBackpressureDrop()
                .flatMap(tick -> {
                    var began = virtual.time.now(NANOSECONDS);
                    return call.get()
                            .doFinally(end -> userCalls.add((virtual.time.now(NANOSECONDS) - began) / 1e9))
                            .thenReturn(tick);
                });
    }

    private static List<InstanceSet> instances(VirtualCloud virtual) {
        var found = new ArrayList<InstanceSet>();
        virtual.redis.items(DescribeInstancesRequest.builder().build()).subscribe(found::add);
        virtual.pass(Duration.ofSeconds(1));
        assertThat(found).hasSize(WORKS);
        return found;
    }

    private static long polls(VirtualCloud virtual) {
        return Arrays.stream(POLLS).mapToLong(virtual.cloud::callCount).sum();
    }

    private static double percentile(List<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
