package io.redial.reactive;

import io.micrometer.observation.Observation;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.error.CallSite;
import io.redial.core.protocol.Target;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One attempt at a call on its way through the pipeline, with what has become known of it. */
final class Call<O extends ApiResponse> {
    /** No time of the clock: the request has not left, or has not been answered. */
    private static final long NOT_YET = Long.MIN_VALUE;

    private final ApiRequest<O> request;
    private final Target target;
    private final Lane lane;
    private final long deadline;
    private final int attempt;
    private final Observation observation;
    private volatile Set<Target> unreachable;
    private volatile long sentAt = NOT_YET;
    private volatile long answeredAt = NOT_YET;

    private Call(
            ApiRequest<O> request,
            Target target,
            Lane lane,
            long deadline,
            int attempt,
            Observation observation,
            Set<Target> unreachable) {
        this.request = request;
        this.target = target;
        this.lane = lane;
        this.deadline = deadline;
        this.attempt = attempt;
        this.observation = observation;
        this.unreachable = unreachable;
    }

    static <O extends ApiResponse> Call<O> first(ApiRequest<O> request, Target target, Lane lane) {
        return new Call<>(request, target, lane, Long.MAX_VALUE, 1, Observation.NOOP, Set.of());
    }

    /** The next attempt at the same call. */
    Call<O> again() {
        return new Call<>(request, target, lane, deadline, attempt + 1, observation, unreachable);
    }

    Call<O> observedBy(Observation newObservation) {
        return new Call<>(request, target, lane, deadline, attempt, newObservation, unreachable);
    }

    /** The same call with an end, in nanoseconds of the clock. */
    Call<O> until(long newDeadline) {
        return new Call<>(request, target, lane, newDeadline, attempt, observation, unreachable);
    }

    /** The same call, to another host. */
    Call<O> at(Target host) {
        return new Call<>(request, host, lane, deadline, attempt, observation, unreachable);
    }

    /** This attempt did not get an answer there; those after it remember. */
    void foundUnreachable(Target host) {
        unreachable = Stream.concat(unreachable.stream(), Stream.of(host)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an attempt before this one did not get an answer there. */
    boolean isUnreachable(Target host) {
        return unreachable.contains(host);
    }

    ApiRequest<O> request() {
        return request;
    }

    Target target() {
        return target;
    }

    CallSite site() {
        return target.callSite(request.action().name());
    }

    Lane lane() {
        return lane;
    }

    long deadline() {
        return deadline;
    }

    int attempt() {
        return attempt;
    }

    Observation observation() {
        return observation;
    }

    /** From now on the server may have seen the request. */
    void sent(long now) {
        sentAt = now;
    }

    void answered(long now) {
        answeredAt = now;
    }

    boolean wasSent() {
        return sentAt != NOT_YET;
    }

    boolean wasAnswered() {
        return answeredAt != NOT_YET;
    }

    long sentAt() {
        return sentAt;
    }

    long answeredAt() {
        return answeredAt;
    }
}
