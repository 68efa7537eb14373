package io.redial.reactive.fleet;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TaskFailedException;
import io.redial.core.error.TransportException;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.FollowOptions;
import io.redial.reactive.follow.Progress;
import io.redial.reactive.follow.Resumed;
import io.redial.tencent.redis.ApplyParamsTemplateRequest;
import io.redial.tencent.redis.ApplyParamsTemplateResponse;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import io.redial.tencent.redis.UpgradeInstanceResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A cloud that does with each call what its script says, accepts what has no script, and needs a second for work. A call takes
 * 100 ms, a look-up 10 ms.
 */
final class ScriptedCloud implements Work, Calls {
    static final CallSite CALL = new CallSite("UpgradeInstance", "ap-guangzhou", "redis.example.com");
    static final String BUSY = "ResourceUnavailable.InstanceStatusAbnormal";

    /** What happens to a call. */
    enum Fate {
        ACCEPTED,
        ACCEPTED_AND_FAILS,
        ACCEPTED_WITHOUT_A_HANDLE,
        TAKEN_BUT_UNANSWERED,
        LOST,
        LOST_AND_NOBODY_KNOWS,
        REFUSED,
        BUSY,
        SERVER_FAILURE,
        SERVER_FAILURE_AFTER_ALL_WAS_DONE,
        NO_CONNECTION
    }

    /** The instances of the calls that have left, in their order. */
    final List<String> sent = new ArrayList<>();

    /** What was found out about lost calls: for which instance, and when they had been sent. */
    final List<String> asked = new ArrayList<>();

    /** How often work was begun. */
    final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** Whether it can be asked at all. */
    Mono<Void> meeting = Mono.empty();

    /** Work that somebody looks after, now and at most. */
    int underWay;

    int mostUnderWay;

    private final Scheduler scheduler;
    private final Map<String, Deque<Fate>> fates = new HashMap<>();
    private final Map<String, Handle> handles = new HashMap<>();
    private final Set<List<String>> doomed = ConcurrentHashMap.newKeySet();
    private final Set<String> unknowable = ConcurrentHashMap.newKeySet();
    /** The number of the latest order. */
    int deals;

    ScriptedCloud(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The next calls for an instance end so. */
    ScriptedCloud script(String instance, Fate... next) {
        fates.computeIfAbsent(instance, id -> new ArrayDeque<>()).addAll(Arrays.asList(next));
        return this;
    }

    /** The cloud has taken a call for an instance before, as this work. */
    ScriptedCloud has(String instance, Handle handle, boolean fails) {
        taken.put(instance, 1);
        handles.put(instance, handle);
        if (fails) {
            doomed.add(handle.ids());
        }
        return this;
    }

    static UpgradeInstanceRequest upgrade(String instance) {
        return UpgradeInstanceRequest.of(instance, 4096);
    }

    static ApplyParamsTemplateRequest template(String... instances) {
        return ApplyParamsTemplateRequest.builder()
                .instanceIds(List.of(instances))
                .templateId("crs-cfg-1")
                .build();
    }

    @Override
    public <O extends FollowableResponse> Flux<Progress<O>> follow(
            FollowableRequest<O> request, Calls calls, FollowOptions options) {
        return attended(calls.call(request).flatMapMany(answer -> {
            var handle = request.handleOf(answer);
            return handle == null
                    ? Flux.error(new ServiceException(CALL, "(no handle)", "which work?", "r-1"))
                    : work(handle, answer);
        }));
    }

    @Override
    public Flux<Progress<Resumed>> follow(Handle handle, FollowOptions options) {
        return attended(work(handle, new Resumed(handle)));
    }

    private <T> Flux<T> attended(Flux<T> work) {
        return work.doOnSubscribe(subscription -> mostUnderWay = Math.max(mostUnderWay, ++underWay))
                .doOnTerminate(() -> underWay--)
                .doOnCancel(() -> underWay--);
    }

    private <O extends FollowableResponse> Flux<Progress<O>> work(Handle handle, O answer) {
        var second = Duration.ofSeconds(1);
        return Flux.concat(
                Flux.just(new Progress.Submitted<>(answer, handle)),
                Mono.delay(second.dividedBy(2), scheduler)
                        .map(zero -> new Progress.Running<>(answer, handle, "processing", second.dividedBy(2))),
                Mono.delay(second.dividedBy(2), scheduler).flatMap(zero -> {
                    return doomed.contains(handle.ids())
                            ? Mono.error(new TaskFailedException(CALL, handle, "error", "no room"))
                            : Mono.just(new Progress.Succeeded<>(answer, handle, second));
                }));
    }

    @Override
    public Mono<Handle> find(FollowableRequest<?> request, Instant sentAt) {
        return Mono.delay(Duration.ofMillis(10), scheduler).flatMap(zero -> {
            var id = request.targets().get(0);
            asked.add(id + " " + sentAt.toEpochMilli());
            return unknowable.contains(id)
                    ? Mono.error(new OutcomeUnknownException(CALL, new IOException("nobody knows")))
                    : Mono.justOrEmpty(handles.get(id));
        });
    }

    @Override
    public Mono<Void> meetServer() {
        return meeting;
    }

    @Override
    public Instant serverTime() {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
        return Mono.defer(() -> {
            var instances = ((FollowableRequest<?>) request).targets();
            var id = instances.get(0);
            sent.add(String.join("+", instances));
            var script = fates.get(id);
            var fate = script == null || script.isEmpty() ? Fate.ACCEPTED : script.remove();
            return Mono.delay(Duration.ofMillis(100), scheduler).flatMap(zero -> (Mono<O>) end(request, id, fate));
        });
    }

    private Mono<? extends ApiResponse> end(ApiRequest<?> request, String id, Fate fate) {
        return switch (fate) {
            case ACCEPTED -> Mono.just(answer(request, take(id)));
            case ACCEPTED_AND_FAILS -> {
                var handle = take(id);
                doomed.add(handle.ids());
                yield Mono.just(answer(request, handle));
            }
            case ACCEPTED_WITHOUT_A_HANDLE ->
                Mono.just(UpgradeInstanceResponse.builder().build());
            case TAKEN_BUT_UNANSWERED -> {
                take(id);
                yield Mono.error(unanswered());
            }
            case LOST -> Mono.error(unanswered());
            case LOST_AND_NOBODY_KNOWS -> {
                unknowable.add(id);
                yield Mono.error(unanswered());
            }
            case REFUSED -> Mono.error(refused("InvalidParameterValue.MemSizeNotInRange"));
            case BUSY -> Mono.error(refused(BUSY));
            case SERVER_FAILURE -> Mono.error(refused("InternalError.DbOperationFailed"));
            case SERVER_FAILURE_AFTER_ALL_WAS_DONE -> {
                take(id);
                yield Mono.error(refused("InternalError.DbOperationFailed"));
            }
            case NO_CONNECTION -> Mono.error(TransportException.notSent(CALL, new IOException("refused")));
        };
    }

    private Handle take(String id) {
        taken.merge(id, 1, Integer::sum);
        var handle = Handle.of(Handle.Kind.DEAL, "9" + ++deals);
        handles.put(id, handle);
        return handle;
    }

    private static ApiResponse answer(ApiRequest<?> request, Handle handle) {
        var id = handle.ids().get(0);
        return request instanceof ApplyParamsTemplateRequest
                ? ApplyParamsTemplateResponse.builder()
                        .taskIds(List.of(Long.valueOf(id)))
                        .build()
                : UpgradeInstanceResponse.builder().dealId(id).build();
    }

    private static OutcomeUnknownException unanswered() {
        return new OutcomeUnknownException(CALL, TransportException.unanswered(CALL, new IOException("reset")));
    }

    private static ServiceException refused(String code) {
        return new ServiceException(CALL, code, "no", "r-1");
    }
}
