package io.redial.reactive;

import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.observation.ObservationRegistry;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.protocol.Target;
import io.redial.core.protocol.Tc3JsonProtocol;
import io.redial.ratelimit.RetryPolicy;
import io.redial.reactive.follow.FollowOptions;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The settings of a {@link TencentRedis} client. Not thread-safe. */
public final class TencentRedisBuilder {
    private static final String COMMON_HOST = "redis.intl.tencentcloudapi.com";
    private static final IntervalFunction LONGEST_BACKOFF =
            IntervalFunction.ofExponentialBackoff(Duration.ofMillis(200), 2, Duration.ofSeconds(5));

    private @Nullable CredentialsProvider credentials;
    private @Nullable Region region;
    private @Nullable URI endpoint;
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

    TencentRedisBuilder() {}

    /** Where the keys come from. Required. */
    public TencentRedisBuilder credentials(CredentialsProvider newCredentials) {
        this.credentials = Objects.requireNonNull(newCredentials, "credentials");
        return this;
    }

    /** The region whose instances are meant. Required. */
    public TencentRedisBuilder region(Region newRegion) {
        this.region = Objects.requireNonNull(newRegion, "region");
        return this;
    }

    /**
     * Where calls go, for example {@code https://redis.ap-guangzhou.tencentcloudapi.com}. By default the common host {@code
     * redis.intl.tencentcloudapi.com}, and for financial regions their own host.
     */
    public TencentRedisBuilder endpoint(URI newEndpoint) {
        this.endpoint = Objects.requireNonNull(newEndpoint, "endpoint");
        return this;
    }

    /** How long one attempt may take, from asking for a connection to the end of the answer. By default 10 s. */
    public TencentRedisBuilder attemptTimeout(Duration timeout) {
        this.attemptTimeout = positive("attemptTimeout", timeout);
        return this;
    }

    /** How long a call may take with all attempts and all waiting, that for its quota included. By default 60 s. */
    public TencentRedisBuilder deadline(Duration newDeadline) {
        this.deadline = positive("deadline", newDeadline);
        return this;
    }

    /** How work is followed, unless a call of {@code follow} says otherwise. */
    public TencentRedisBuilder followOptions(FollowOptions options) {
        this.followOptions = Objects.requireNonNull(options, "followOptions");
        return this;
    }

    /** How often a call is sent at most; 1 switches retries off. By default 4. */
    public TencentRedisBuilder maxAttempts(int attempts) {
        this.maxAttempts = atLeastOne("maxAttempts", attempts);
        return this;
    }

    /**
     * How many retries all calls of this client together may take before anything has succeeded again, so that an outage
     * is not multiplied; each call that succeeds gives back a tenth of one. By default 100.
     */
    public TencentRedisBuilder retryBudget(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("retryBudget is not negative, but " + retries);
        }
        this.retryBudget = retries;
        return this;
    }

    /**
     * The quotas that calls are kept in. By default those that all clients of the JVM {@linkplain Quotas#shared() share},
     * with the documented limits.
     */
    public TencentRedisBuilder quotas(Quotas newQuotas) {
        this.quotas = Objects.requireNonNull(newQuotas, "quotas");
        return this;
    }

    /**
     * The name of the account whose quotas they are. The server counts for each sub-account, so clients with different keys
     * of one sub-account share its quotas when they are given the same name. By default each key has quotas of its own.
     */
    public TencentRedisBuilder account(String name) {
        this.account = Objects.requireNonNull(name, "account");
        return this;
    }

    /** Who goes first when calls wait. By default {@link Lane#INTERACTIVE}. */
    public TencentRedisBuilder lane(Lane newLane) {
        this.lane = Objects.requireNonNull(newLane, "lane");
        return this;
    }

    /** Whether calls wait for the documented quotas. By default they do; without, the server refuses what is too much. */
    public TencentRedisBuilder quotaEnforced(boolean enforced) {
        this.quotaEnforced = enforced;
        return this;
    }

    /** Whether a field that this version does not know makes an answer unreadable: for tests. By default it does not. */
    public TencentRedisBuilder strict(boolean refuseUnknownFields) {
        this.strict = refuseUnknownFields;
        return this;
    }

    /** The clock and the timers, for tests that bring their own time. By default {@link Schedulers#parallel()}. */
    public TencentRedisBuilder scheduler(Scheduler newScheduler) {
        this.scheduler = Objects.requireNonNull(newScheduler, "scheduler");
        return this;
    }

    /** Where calls are observed with Micrometer, see {@link CallEvents}. By default nowhere. */
    public TencentRedisBuilder observations(ObservationRegistry registry) {
        this.observations = Objects.requireNonNull(registry, "observations");
        return this;
    }

    /**
     * Makes the client. Nothing is connected yet.
     *
     * @throws IllegalArgumentException if credentials or region are missing, or a financial region is to be called on the
     *     common host
     */
    public TencentRedis build() {
        var config = config();
        return new TencentRedis(config, followOptions, new NettyTransport(config.scheduler(), config.attemptTimeout()));
    }

    ClientConfig config() {
        if (credentials == null || region == null) {
            var missing = credentials == null ? (region == null ? "credentials, region" : "credentials") : "region";
            throw new IllegalArgumentException("a client needs credentials and a region; missing: " + missing);
        }
        return new ClientConfig(
                strict ? Tc3JsonProtocol.strictForService("redis") : Tc3JsonProtocol.forService("redis"),
                new Target(endpointOf(region), region.id()),
                credentials,
                attemptTimeout,
                deadline,
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
                observations);
    }

    FollowOptions followOptions() {
        return followOptions;
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

    private URI endpointOf(Region called) {
        var ownHost = URI.create("https://" + called.host());
        if (endpoint == null) {
            return called.financial() ? ownHost : URI.create("https://" + COMMON_HOST);
        }
        if (called.financial() && COMMON_HOST.equals(endpoint.getHost())) {
            throw new IllegalArgumentException("the financial region " + called + " is cut off from " + COMMON_HOST
                    + "; leave the endpoint out or use " + ownHost);
        }
        return endpoint;
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
