package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.ApiResponse;
import io.redial.core.PagedRequest;
import io.redial.tencent.redis.DescribeInstanceEventsRequest;
import io.redial.tencent.redis.DescribeInstanceEventsResponse;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeInstancesResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.RedisInstanceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Lists that others change between two pages, at random. */
class ChangingListTest {
    private static final int SIZE = 10;
    private static final int SEEDS = 300;

    /** What others do between two calls. */
    enum Others {
        CREATE_AND_DESTROY_NEWEST_FIRST(true) {
            @Override
            void change(Model list, Random random) {
                list.create(random.nextInt(SIZE + 1));
                list.destroy(random.nextInt(SIZE + 1));
            }
        },
        DESTROY_ONE_EACH_TIME(true) {
            @Override
            void change(Model list, Random random) {
                list.destroy(1);
            }
        },
        CREATE_OR_DESTROY_OLDEST_FIRST(false) {
            @Override
            void change(Model list, Random random) {
                if (random.nextBoolean()) {
                    list.create(random.nextInt(SIZE + 1));
                } else {
                    list.destroy(random.nextInt(SIZE + 1));
                }
            }
        };

        private final boolean newestFirst;

        Others(boolean newestFirst) {
            this.newestFirst = newestFirst;
        }

        abstract void change(Model list, Random random);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsThereFromTheFirstCallToTheLastComesExactlyOnce(Others others) {
        for (var seed = 0; seed < SEEDS; seed++) {
            var list = new Model(others, seed);
            var request = DescribeInstancesRequest.builder().limit(SIZE).build();

            var ids = Pages.items(request, page -> list.answer(page, ChangingListTest::instances))
                    .map(row -> Long.valueOf(row.instanceId()))
                    .collectList()
                    .block();

            list.check(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWherePagesAreNumbered(Others others) {
        for (var seed = 0; seed < SEEDS; seed++) {
            var list = new Model(others, seed);
            var request = DescribeInstanceEventsRequest.builder()
                    .pageSize(SIZE)
                    .executionStartDate("2026-11-01")
                    .executionEndDate("2026-11-21")
                    .build();

            var ids = Pages.items(request, page -> list.answer(page, ChangingListTest::events))
                    .map(RedisInstanceEvent::id)
                    .collectList()
                    .block();

            list.check(ids);
        }
    }

    private static DescribeInstancesResponse instances(List<Long> rows, Integer total) {
        return DescribeInstancesResponse.builder()
                .instanceSet(rows.stream()
                        .map(id -> InstanceSet.builder()
                                .instanceId(String.valueOf(id))
                                .build())
                        .toList())
                .totalCount(total)
                .build();
    }

    private static DescribeInstanceEventsResponse events(List<Long> rows, Integer total) {
        return DescribeInstanceEventsResponse.builder()
                .redisInstanceEvents(rows.stream()
                        .map(id -> RedisInstanceEvent.builder().id(id).build())
                        .toList())
                .totalCount(total)
                .build();
    }

    private static final class Model {
        private final Others others;
        private final int seed;
        private final Random random;
        private final List<Long> rows = new ArrayList<>();
        private final Set<Long> neverGone = new TreeSet<>();
        private final List<String> story = new ArrayList<>();
        private final int most;
        private long newest;

        Model(Others others, int seed) {
            this.others = others;
            this.seed = seed;
            this.random = new Random(seed);
            create(random.nextInt(400));
            this.most = 10 + 3 * (rows.size() / SIZE + 1);
            neverGone.addAll(rows);
        }

        void create(int count) {
            LongStream.range(0, count).forEach(i -> rows.add(others.newestFirst ? 0 : rows.size(), newest++));
        }

        void destroy(int count) {
            for (var i = 0; i < count && !rows.isEmpty(); i++) {
                neverGone.remove(rows.remove(random.nextInt(rows.size())));
            }
        }

        <O extends ApiResponse, I> Mono<O> answer(
                PagedRequest<O, I> page, BiFunction<List<Long>, Integer, O> response) {
            return Mono.fromSupplier(() -> {
                if (!story.isEmpty() && random.nextInt(3) == 0) {
                    others.change(this, random);
                }
                var size = page.requestedSize();
                var from = page.paging().rowsBefore(page.requestedPosition(), size);
                story.add(from + "+" + size + "/" + rows.size());
                assertThat(from % size).as("offset by limit").isZero();
                return response.apply(rows.stream().skip(from).limit(size).toList(), rows.size());
            });
        }

        void check(List<Long> seen) {
            assertThat(seen)
                    .as("seed %d: %s", seed, story)
                    .doesNotHaveDuplicates()
                    .containsAll(neverGone);
            assertThat(story).hasSizeLessThanOrEqualTo(most);
        }
    }
}
