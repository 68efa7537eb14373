package io.redial.core;

import io.redial.core.wire.WireType;
import java.util.Objects;
import java.util.Set;

/**
 * One action of an API: the constant that joins a request to the wire.
 *
 * <p>Immutable. The generated requests hold theirs in {@code ACTION}; an action that Redial does not know yet can be
 * described by hand with {@link #of}.
 *
 * @param <I> its requests
 * @param <O> its answers
 */
public final class Action<I extends ApiRequest<O>, O extends ApiResponse> {
    private final String name;
    private final String service;
    private final String version;
    private final Rate rate;
    private final Effect effect;
    private final Set<String> busyCodes;
    private final WireType<I> request;
    private final WireType<O> response;

    private Action(
            String name,
            String service,
            String version,
            Rate rate,
            Effect effect,
            Set<String> busyCodes,
            WireType<I> request,
            WireType<O> response) {
        this.name = Objects.requireNonNull(name, "name");
        this.service = Objects.requireNonNull(service, "service");
        this.version = Objects.requireNonNull(version, "version");
        this.rate = Objects.requireNonNull(rate, "rate");
        this.effect = Objects.requireNonNull(effect, "effect");
        this.busyCodes = Set.copyOf(busyCodes);
        this.request = Objects.requireNonNull(request, "request");
        this.response = Objects.requireNonNull(response, "response");
    }

    /** Describes an action. */
    public static <I extends ApiRequest<O>, O extends ApiResponse> Action<I, O> of(
            String name,
            String service,
            String version,
            Rate rate,
            Effect effect,
            WireType<I> request,
            WireType<O> response) {
        return new Action<>(name, service, version, rate, effect, Set.of(), request, response);
    }

    /** The same action, which other work can keep off for a while. See {@link #busyCodes()}. */
    public Action<I, O> busyWhen(String... codes) {
        return new Action<>(name, service, version, rate, effect, Set.of(codes), request, response);
    }

    /** The name on the wire, for example {@code UpgradeInstance}. */
    public String name() {
        return name;
    }

    /** The service that signatures name, for example {@code redis}. */
    public String service() {
        return service;
    }

    /** The API version, for example {@code 2018-04-12}. */
    public String version() {
        return version;
    }

    /** The documented limit of requests. */
    public Rate rate() {
        return rate;
    }

    /** What happens when it is sent twice. */
    public Effect effect() {
        return effect;
    }

    /** The error codes which say that other work keeps the instance for now, so that it is worth asking again later. */
    public Set<String> busyCodes() {
        return busyCodes;
    }

    /** How its requests travel. */
    public WireType<I> request() {
        return request;
    }

    /** How its answers travel. */
    public WireType<O> response() {
        return response;
    }

    @Override
    public String toString() {
        return service + "/" + version + "/" + name;
    }
}
