package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redial.core.PagedRequest;
import io.redial.tencent.redis.DescribeInstanceEventsRequest;
import io.redial.tencent.redis.DescribeInstanceEventsResponse;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeInstancesResponse;
import io.redial.tencent.redis.DescribeSlowLogRequest;
import io.redial.tencent.redis.DescribeSlowLogResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceSlowlogDetail;
import io.redial.tencent.redis.InstanceSortField;
import io.redial.tencent.redis.RedisInstanceEvent;
import io.redial.tencent.redis.SortDirection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

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

    /** Pages of 20 rows. */
    @ParameterizedTest(name = "{0} of 1,000,000 taken")
    @CsvSource({"1, 1", "14, 1", "15, 2", "19, 2", "20, 2", "34, 2", "35, 3", "54, 3", "2000, 101"})
    void theNextPageIsAskedForWhenTheLastQuarterHasBegun(int taken, int pages) {
        var request = DescribeInstancesRequest.builder().limit(20).build();

        StepVerifier.create(Pages.items(request, page -> instances(page, 1_000_000)), 0)
                .thenRequest(taken)
                .expectNextCount(taken)
                .then(() -> assertThat(asked).hasSize(pages))
                .thenCancel()
                .verify();
        assertThat(asked).hasSize(pages);
    }

    @Test
    void whoeverTakesPagesGetsThoseAndNoMore() {
        var request = DescribeInstancesRequest.builder().limit(20).build();

        StepVerifier.create(Pages.of(request, page -> instances(page, 1_000)), 0)
                .then(() -> assertThat(asked).isEmpty())
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(asked).hasSize(1))
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertThat(asked).hasSize(3))
                .thenCancel()
                .verify();
    }

    @Test
    void cancellingGivesUpThePageThatIsUnderWay() {
        var underWay = TestPublisher.<DescribeInstancesResponse>create();

        var taking = Pages.items(DescribeInstancesRequest.builder().build(), page -> underWay.mono())
                .subscribe();
        underWay.assertSubscribers(1);
        taking.dispose();

        underWay.assertCancelled();
    }

    @Test
    void eachSubscriptionIsAWalkOfItsOwn() {
        var all = Pages.items(DescribeInstancesRequest.builder().build(), page -> instances(page, 1_500));

        assertThat(all.count().block()).isEqualTo(1_500);
        assertThat(all.count().block()).isEqualTo(1_500);
    }

    @Test
    void theSubscribersContextReachesEachCall() {
        var seen = new ArrayList<String>();
        var request = DescribeInstancesRequest.builder().limit(10).build();

        Pages.items(
                        request,
                        page -> Mono.deferContextual(context -> {
                            seen.add(context.get("lane"));
                            return instances(page, 15);
                        }))
                .contextWrite(context -> context.put("lane", "bulk"))
                .blockLast();

        assertThat(seen).containsExactly("bulk", "bulk");
    }

    @Test
    void withATotalAFullLastPageIsTheEnd() {
        var pages = Pages.of(DescribeInstancesRequest.builder().build(), page -> counted(page, 2_000, 2_000))
                .collectList()
                .block();

        assertThat(asked).containsExactly("0+1000", "1000+1000");
        assertThat(pages)
                .extracting(Page::position, Page::next, Page::size, Page::total)
                .containsExactly(tuple(0L, 1_000L, 1_000L, 2_000L), tuple(1_000L, 2_000L, 1_000L, 2_000L));
    }

    @Test
    void aListGoesOnWhereAPageSays() {
        var request = DescribeInstancesRequest.builder().limit(10).build();
        var page = Pages.of(request, p -> counted(p, 25, 25)).elementAt(1).block();

        var rest = Pages.items(request.atPage(page.next(), page.size()), p -> counted(p, 25, 25));

        assertThat(rest.map(InstanceSet::instanceId).collectList().block())
                .containsExactly("crs-20", "crs-21", "crs-22", "crs-23", "crs-24");
    }

    @Test
    void anErrorEndsItAndTheRowsBeforeStay() {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        StepVerifier.create(Pages.items(
                        request,
                        page -> page.requestedPosition() == 0
                                ? counted(page, 30, 30)
                                : Mono.error(new IllegalArgumentException("no"))))
                .expectNextCount(10)
                .verifyErrorMessage("no");
    }

    @Test
    void theNewestComeFirstUnlessTheRequestNamesAnOrder() {
        var orders = new ArrayList<String>();
        for (var request : List.of(
                DescribeInstancesRequest.builder().build(),
                DescribeInstancesRequest.builder()
                        .orderBy(InstanceSortField.INSTANCE_NAME)
                        .build(),
                DescribeInstancesRequest.builder()
                        .orderType(SortDirection.ASCENDING)
                        .build())) {
            Pages.items(request, page -> {
                        var asked = (DescribeInstancesRequest) page;
                        orders.add(asked.orderBy() + " " + asked.orderType());
                        return instances(page, 5);
                    })
                    .blockLast();
        }

        assertThat(orders).containsExactly("createtime DESCENDING", "instancename null", "null ASCENDING");
    }

    @Test
    void aServerThatIgnoresThePositionIsNoticed() {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        StepVerifier.create(Pages.items(request, page -> counted(page.atPage(0, 10), 10, 1_000)))
                .expectNextCount(10)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("DescribeInstances does not come to an end"));
        assertThat(asked).hasSize(4);
    }

    @Test
    void soItIsWithRowsThatHaveNoKeyAndNoTotal() {
        var request = DescribeSlowLogRequest.builder()
                .instanceId("crs-1")
                .beginTime("2026-11-01 00:00:00")
                .endTime("2026-11-02 00:00:00")
                .limit(2)
                .build();
        var answer = DescribeSlowLogResponse.builder()
                .instanceSlowLogDetail(
                        InstanceSlowlogDetail.builder().duration(1).build(),
                        InstanceSlowlogDetail.builder().duration(2).build())
                .build();

        StepVerifier.create(Pages.items(request, page -> Mono.just(answer)))
                .expectNextCount(6)
                .verifyError(IllegalStateException.class);
    }

    @Test
    void aTotalThatGrowsForEverEndsWithAnError() {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        StepVerifier.create(Pages.items(
                                request,
                                page -> counted(
                                        page,
                                        1_000_000,
                                        page.requestedPosition().intValue() + 100))
                        .count())
                .verifyError(IllegalStateException.class);
        assertThat(asked).hasSize(10 + 3 * 11);
    }

    @Test
    void aPageHoldsAtLeastOneRow() {
        var request = DescribeInstancesRequest.builder().limit(0).build();

        StepVerifier.create(Pages.items(request, page -> instances(page, 5)))
                .verifyErrorMessage("a page holds at least one row, not 0");
    }

    private Mono<DescribeInstancesResponse> instances(
            PagedRequest<DescribeInstancesResponse, InstanceSet> page, int rows) {
        return counted(page, rows, null);
    }

    private Mono<DescribeInstancesResponse> counted(
            PagedRequest<DescribeInstancesResponse, InstanceSet> page, int rows, @Nullable Integer total) {
        return Mono.fromSupplier(() -> {
            var position = page.requestedPosition().intValue();
            var size = page.requestedSize().intValue();
            asked.add(position + "+" + size);
            var answer = DescribeInstancesResponse.builder()
                    .instanceSet(IntStream.range(position, Math.min(rows, position + size))
                            .mapToObj(i ->
                                    InstanceSet.builder().instanceId("crs-" + i).build())
                            .toList());
            return total == null ? answer.build() : answer.totalCount(total).build();
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
