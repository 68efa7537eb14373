package io.redial.reactive;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.observation.ObservationRegistry;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.protocol.Protocol;
import io.redial.core.protocol.Target;
import io.redial.ratelimit.RetryPolicy;
import io.redial.reactive.follow.FollowOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/**
 * The settings that all clients have. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ClientBuilder<B extends ClientBuilder<B>>
        permits TencentRedisBuilder, TencentCrsBuilder, AliyunKvStoreBuilder {
    private static final IntervalFunction LONGEST_BACKOFF =
            IntervalFunction.ofExponentialBackoff(Duration.ofMillis(200), 2, Duration.ofSeconds(5));

    private @Nullable CredentialsProvider credentials;
    private @Nullable URI endpoint;
    private List<URI> alternatives = List.of();
    private UnaryOperator<HttpClient> http = UnaryOperator.identity();
    private Duration attemptTimeout = Duration.ofSeconds(10);
    private Duration deadline = Duration.ofSeconds(60);
    private FollowOptions followOptions = FollowOptions.defaults();
    private int maxAttempts = 4;
    private int retryBudget = 100;
    private boolean quotaEnforced = true;
    private @Nullable Quotas quotas;
    private @Nullable String account;
    private Lane lane = Lane.INTERACTIVE;
    private boolean strict;
    private @Nullable Scheduler scheduler;
    private ObservationRegistry observations = ObservationRegistry.NOOP;
    private CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.ofDefaults();

    ClientBuilder() {}

    /** This builder, as what it is. */
    abstract B self();

    /**
     * Where calls go, for example {@code https://redis.ap-guangzhou.tencentcloudapi.com}: any host that speaks the API, a
     * private one too.
     */
    public final B endpoint(URI newEndpoint) {
        this.endpoint = Objects.requireNonNull(newEndpoint, "endpoint");
        return self();
    }

    /**
     * Where calls go while the endpoint cannot be reached, in this order. Each host has a Resilience4j circuit breaker, see
     * {@link #circuitBreakers}: it opens when half of the last 20 calls could not connect, were not answered, or were
     * answered by a gateway, and lets a few through again after 30 s. A call that failed in this way and may be sent again
     * goes to the next host at once; a write that may have been done is never sent again, here or there. None by default.
     */
    public final B alternatives(URI... endpoints) {
        this.alternatives = List.of(endpoints);
        return self();
    }

    /**
     * Further settings of the connections, for example a proxy ({@code http -> http.proxy(...)}) or whom to trust ({@code http
     * -> http.secure(...)}). By default those of Reactor Netty.
     */
    public final B http(UnaryOperator<HttpClient> settings) {
        this.http = Objects.requireNonNull(settings, "http");
        return self();
    }

    /** Where the circuit breakers of the hosts stand, under their names. By default in a registry of their own. */
    public final B circuitBreakers(CircuitBreakerRegistry registry) {
        this.circuitBreakers = Objects.requireNonNull(registry, "circuitBreakers");
        return self();
    }

    /** Where the keys come from. Required. */
    public final B credentials(CredentialsProvider newCredentials) {
        this.credentials = Objects.requireNonNull(newCredentials, "credentials");
        return self();
    }

    /** How long one attempt may take, from asking for a connection to the end of the answer. By default 10 s. */
    public final B attemptTimeout(Duration timeout) {
        this.attemptTimeout = positive("attemptTimeout", timeout);
        return self();
    }

    /** How long a call may take with all attempts and all waiting, that for its quota included. By default 60 s. */
    public final B deadline(Duration newDeadline) {
        this.deadline = positive("deadline", newDeadline);
        return self();
    }

    /** How work is followed, unless a call of {@code follow} says otherwise. */
    public final B followOptions(FollowOptions options) {
        this.followOptions = Objects.requireNonNull(options, "followOptions");
        return self();
    }

    /** How often a call is sent at most; 1 switches retries off. By default 4. */
    public final B maxAttempts(int attempts) {
        this.maxAttempts = atLeastOne("maxAttempts", attempts);
        return self();
    }

    /**
     * How many retries all calls of this client together may take before anything has succeeded again, so that an outage
     * is not multiplied; each call that succeeds gives back a tenth of one. By default 100.
     */
    public final B retryBudget(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("retryBudget is not negative, but " + retries);
        }
        this.retryBudget = retries;
        return self();
    }

    /**
     * The quotas that calls are kept in. By default those that all clients of the JVM {@linkplain Quotas#shared() share},
     * with the documented limits.
     */
    public final B quotas(Quotas newQuotas) {
        this.quotas = Objects.requireNonNull(newQuotas, "quotas");
        return self();
    }

    /**
     * The name of the account whose quotas they are. The server counts for each sub-account, so clients with different keys
     * of one sub-account share its quotas when they are given the same name. By default each key has quotas of its own.
     */
    public final B account(String name) {
        this.account = Objects.requireNonNull(name, "account");
        return self();
    }

    /** Who goes first when calls wait. By default {@link Lane#INTERACTIVE}. */
    public final B lane(Lane newLane) {
        this.lane = Objects.requireNonNull(newLane, "lane");
        return self();
    }

    /** Whether calls wait for the documented quotas. By default they do; without, the server refuses what is too much. */
    public final B quotaEnforced(boolean enforced) {
        this.quotaEnforced = enforced;
        return self();
    }

    /** Whether a field that this version does not know makes an answer unreadable: for tests. By default it does not. */
    public final B strict(boolean refuseUnknownFields) {
        this.strict = refuseUnknownFields;
        return self();
    }

    /** The clock and the timers, for tests that bring their own time. By default {@link Schedulers#parallel()}. */
    public final B scheduler(Scheduler newScheduler) {
        this.scheduler = Objects.requireNonNull(newScheduler, "scheduler");
        return self();
    }

    /** Where calls are observed with Micrometer, see {@link CallEvents}. By default nowhere. */
    public final B observations(ObservationRegistry registry) {
        this.observations = Objects.requireNonNull(registry, "observations");
        return self();
    }

    /**
     * The configuration.
     *
     * @param protocol how calls become bytes
     * @param region the region that is asked for, or null if it is missing
     * @param usualEndpoint where calls go unless said otherwise
     */
    final ClientConfig config(Protocol protocol, @Nullable String region, URI usualEndpoint) {
        if (credentials == null || region == null) {
            var missing = credentials == null ? (region == null ? "credentials, region" : "credentials") : "region";
            throw new IllegalArgumentException("a client needs credentials and a region; missing: " + missing);
        }
        var first = endpoint == null ? usualEndpoint : endpoint;
        return new ClientConfig(
                protocol,
                Stream.concat(Stream.of(first), alternatives.stream())
                        .map(uri -> new Target(uri, region))
                        .toList(),
                credentials,
                attemptTimeout,
                deadline,
                followOptions,
                new RetryPolicy(
                        maxAttempts,
                        LONGEST_BACKOFF,
                        () -> ThreadLocalRandom.current().nextDouble()),
                retryBudget,
                quotaEnforced,
                chosenQuotas(),
                account,
                lane,
                scheduler == null ? Schedulers.parallel() : scheduler,
                observations,
                circuitBreakers);
    }

    /** Real connections. */
    final Transport transport(ClientConfig config) {
        return new NettyTransport(config.scheduler(), http);
    }

    final boolean isStrict() {
        return strict;
    }

    final Stream<URI> endpoints() {
        return Stream.concat(Stream.ofNullable(endpoint), alternatives.stream());
    }

    /** A client with a clock of its own cannot share quotas that run on another. */
    private Quotas chosenQuotas() {
        if (quotas != null) {
            return quotas;
        }
        return scheduler == null
                ? Quotas.shared()
                : Quotas.builder().scheduler(scheduler).build();
    }

    private static Duration positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is longer than zero, not " + duration);
        }
        return duration;
    }

    private static int atLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " is at least 1, not " + number);
        }
        return number;
    }
}
