package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.redial.core.Action;
import io.redial.ratelimit.RateLimits;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The queues in which calls wait for their quotas, one for each action, host and account, because that is how the server
 * counts. Clients that are given the same quotas share them; by default all clients of a JVM do.
 *
 * <p>Each queue has a limiter in a Resilience4j registry, under the name {@code Action@host#account}. Thread-safe.
 */
public final class Quotas {
    /** Far more than one application has; then those that nobody uses are forgotten. */
    private static final int MANY = 4_096;

    private static final Quotas SHARED = builder().build();

    private final RateLimits limits;
    private final int maxWaiting;
    private final RateLimiterRegistry registry;
    private final Scheduler scheduler;
    private final ConcurrentMap<Key, PermitQueue> queues = new ConcurrentHashMap<>();

    private record Key(String action, String host, String account) {
        /** The account in a form that names nobody: names of limiters end up in metrics. */
        @Override
        public String toString() {
            return action + "@" + host + "#" + Integer.toHexString(account.hashCode());
        }
    }

    private Quotas(Builder builder) {
        this.limits = builder.limits;
        this.maxWaiting = builder.maxWaiting;
        this.registry = builder.registry;
        this.scheduler = builder.scheduler;
    }

    /** Those that clients share when they are given no others: with the documented limits. */
    public static Quotas shared() {
        return SHARED;
    }

    /** Begins new ones, which are shared by whom they are given to. */
    public static Builder builder() {
        return new Builder();
    }

    /** The limits. */
    public RateLimits limits() {
        return limits;
    }

    /** The registry in which the limiters stand: for metrics, events, and those who want to turn a limit down by hand. */
    public RateLimiterRegistry registry() {
        return registry;
    }

    PermitQueue queue(Action<?, ?> action, String host, String account) {
        var key = new Key(action.name(), host, account);
        var queue = queues.get(key);
        if (queue != null) {
            return queue;
        }
        forgetTheUnusedIfTooMany();
        return queues.computeIfAbsent(key, absent -> open(absent, action));
    }

    private PermitQueue open(Key key, Action<?, ?> action) {
        var name = key.toString();
        var tags = Map.of("action", key.action, "host", key.host);
        var limiter = limits.limiter(name, tags, action, () -> scheduler.now(NANOSECONDS));
        // A registry makes limiters of its own kind only; ours takes the place of one.
        registry.rateLimiter(name, limiter.getRateLimiterConfig(), tags);
        registry.replace(name, limiter);
        return new PermitQueue(limiter, maxWaiting, scheduler);
    }

    private void forgetTheUnusedIfTooMany() {
        if (queues.size() >= MANY) {
            queues.forEach((key, queue) -> {
                if (queue.idle() && queues.remove(key, queue)) {
                    registry.remove(key.toString());
                }
            });
        }
    }

    /** The settings of quotas. Not thread-safe. */
    public static final class Builder {
        private RateLimits limits = RateLimits.documented();
        private int maxWaiting = 100_000;
        private RateLimiterRegistry registry = RateLimiterRegistry.ofDefaults();
        private Scheduler scheduler = Schedulers.parallel();

        private Builder() {}

        /** The limits. By default the documented ones. */
        public Builder limits(RateLimits newLimits) {
            this.limits = Objects.requireNonNull(newLimits, "limits");
            return this;
        }

        /** How many calls may wait for one quota before the next is refused. By default 100,000. */
        public Builder maxWaiting(int calls) {
            if (calls < 1) {
                throw new IllegalArgumentException("maxWaiting is at least 1, not " + calls);
            }
            this.maxWaiting = calls;
            return this;
        }

        /** Where the limiters stand. By default a registry of their own. */
        public Builder registry(RateLimiterRegistry newRegistry) {
            this.registry = Objects.requireNonNull(newRegistry, "registry");
            return this;
        }

        /** The clock and the timers. By default {@link Schedulers#parallel()}. */
        public Builder scheduler(Scheduler newScheduler) {
            this.scheduler = Objects.requireNonNull(newScheduler, "scheduler");
            return this;
        }

        /** Makes the quotas; no queue is open yet. */
        public Quotas build() {
            return new Quotas(this);
        }
    }
}
