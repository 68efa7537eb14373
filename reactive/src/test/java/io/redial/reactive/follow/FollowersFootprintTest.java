package io.redial.reactive.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.protocol.Target;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.ClearInstanceResponse;
import io.redial.tencent.redis.DescribeTaskListRequest;
import io.redial.tencent.redis.DescribeTaskListResponse;
import io.redial.tencent.redis.TaskInfoDetail;
import io.redial.tencent.redis.TaskResult;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What it costs to follow twenty thousand tasks through one client. */
class FollowersFootprintTest {
    private static final int PAGE = 100;
    private static final int FOLLOWERS = 20_000;
    private static final int PAGES = FOLLOWERS / PAGE;
    private static final int FIRST_TASK = 1_000_000;

    private final CountDownLatch pagesRead = new CountDownLatch(2 * PAGES);

    @Test
    void manyFollowersCostLittleAndNothingIsLeftOfTheCancelled() throws InterruptedException {
        var scheduler = Schedulers.newSingle("followers-footprint");
        try {
            var cloud = new RunningTasks();
            var following = Following.ofTencentRedis(
                    new Target(URI.create("https://redis.example.com"), "ap-guangzhou"),
                    cloud,
                    scheduler,
                    () -> Instant.EPOCH);
            // The first one starts the thread of the scheduler.
            scheduler.schedule(() -> {});
            var threads = Thread.activeCount();
            var followers = new ArrayList<Disposable>(FOLLOWERS);
            var before = usedHeap();

            for (var i = 0; i < FOLLOWERS; i++) {
                followers.add(following
                        .follow(ClearInstanceRequest.of("crs-5a4py64p"), cloud, FollowOptions.defaults())
                        .subscribe());
            }
            assertThat(pagesRead.await(60, TimeUnit.SECONDS)).as("two sweeps").isTrue();

            assertThat(usedHeap() - before).as("bytes for all").isLessThan(60_000_000);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);

            followers.forEach(Disposable::dispose);
            followers.clear();
            var settled = new CountDownLatch(1);
            scheduler.schedule(settled::countDown);
            assertThat(settled.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(usedHeap() - before).as("bytes left of the cancelled").isLessThan(3_000_000);
        } finally {
            scheduler.dispose();
        }
    }

    private static long usedHeap() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A cloud in which all of them run for ever. */
    private final class RunningTasks implements Calls {
        private final AtomicLong lastTask = new AtomicLong(FIRST_TASK - 1);

        @Override
        @SuppressWarnings("unchecked")
        public <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
            return Mono.fromSupplier(() -> {
                if (request instanceof DescribeTaskListRequest list) {
                    pagesRead.countDown();
                    return (O) page(list);
                }
                return (O) ClearInstanceResponse.builder()
                        .taskId(lastTask.incrementAndGet())
                        .build();
            });
        }

        private static DescribeTaskListResponse page(DescribeTaskListRequest request) {
            var first = FIRST_TASK + request.offset();
            return DescribeTaskListResponse.builder()
                    .totalCount(FOLLOWERS)
                    .tasks(rows(first))
                    .build();
        }

        private static List<TaskInfoDetail> rows(long first) {
            return LongStream.range(first, first + PAGE)
                    .mapToObj(id -> TaskInfoDetail.builder()
                            .taskId(id)
                            .startTime("2026-01-01 00:00:00")
                            .result(TaskResult.RUNNING)
                            .build())
                    .toList();
        }
    }
}
