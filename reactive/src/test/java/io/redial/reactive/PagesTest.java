package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.PagedRequest;
import io.redial.tencent.redis.DescribeInstanceEventsRequest;
import io.redial.tencent.redis.DescribeInstanceEventsResponse;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeInstancesResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.RedisInstanceEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PagesTest {
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest(name = "{0} rows")
    @CsvSource({"0, 1", "1, 1", "9, 1", "10, 2", "11, 2", "25, 3"})
    void theLastPageIsTheOneThatIsNotFull(int rows, int pages) {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        StepVerifier.create(Pages.items(request, page -> instances(page, rows)).map(InstanceSet::instanceId))
                .expectNextSequence(
                        IntStream.range(0, rows).mapToObj(i -> "crs-" + i).toList())
                .verifyComplete();
        assertThat(asked).hasSize(pages);
    }

    @Test
    void pagesAreAsLargeAsTheDocumentAllows() {
        Pages.items(DescribeInstancesRequest.builder().build(), page -> instances(page, 2_500))
                .blockLast();

        assertThat(asked).containsExactly("0+1000", "1000+1000", "2000+1000");
    }

    @Test
    void aListCanBeginInTheMiddle() {
        var request = DescribeInstancesRequest.builder().limit(10).offset(20).build();

        assertThat(Pages.items(request, page -> instances(page, 25)).count().block())
                .isEqualTo(5);
    }

    @Test
    void whereThePositionCountsPagesItDoes() {
        var request = DescribeInstanceEventsRequest.builder()
                .pageSize(10)
                .executionStartDate("2026-11-01")
                .executionEndDate("2026-11-21")
                .build();

        Pages.items(request, page -> events(page, 25)).blockLast();

        assertThat(asked).containsExactly("1+10", "2+10", "3+10");
    }

    @Test
    void someoneSlowHoldsTwoPagesAtMost() {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        StepVerifier.create(Pages.items(request, page -> instances(page, 1_000)), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(asked).hasSizeLessThanOrEqualTo(2))
                .thenRequest(14)
                .expectNextCount(14)
                .then(() -> assertThat(asked).hasSizeLessThanOrEqualTo(3))
                .thenCancel()
                .verify();
    }

    @Test
    void whoeverHasEnoughAsksForNoMore() {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        Flux<InstanceSet> all = Pages.items(request, page -> instances(page, 1_000));

        assertThat(all.take(15).count().block()).isEqualTo(15);
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
    }

    private Mono<DescribeInstancesResponse> instances(
            PagedRequest<DescribeInstancesResponse, InstanceSet> page, int rows) {
        return Mono.fromSupplier(() -> {
            var position = page.requestedPosition().intValue();
            var size = page.requestedSize().intValue();
            asked.add(position + "+" + size);
            return DescribeInstancesResponse.builder()
                    .instanceSet(IntStream.range(position, Math.min(rows, position + size))
                            .mapToObj(i ->
                                    InstanceSet.builder().instanceId("crs-" + i).build())
                            .toList())
                    .build();
        });
    }

    private Mono<DescribeInstanceEventsResponse> events(
            PagedRequest<DescribeInstanceEventsResponse, RedisInstanceEvent> page, int rows) {
        return Mono.fromSupplier(() -> {
            var number = page.requestedPosition().intValue();
            var size = page.requestedSize().intValue();
            asked.add(number + "+" + size);
            var left = Math.max(0, Math.min(size, rows - (number - 1) * size));
            return DescribeInstanceEventsResponse.builder()
                    .redisInstanceEvents(Collections.nCopies(
                            left, RedisInstanceEvent.builder().build()))
                    .build();
        });
    }
}
