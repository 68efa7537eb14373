package io.redial.emulator;

import io.redial.emulator.protocol.AccessKey;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** What an emulated cloud is like. Immutable; {@link #defaults()} suits most tests. */
public final class EmulatorOptions {
    /** The secret id of the emulated account, unless another one is asked for. Opens nothing but emulators. */
    public static final String DEFAULT_SECRET_ID = "AKIDEMULATOR0000000000000000000000";

    /** The secret key of the emulated account, unless another one is asked for. Opens nothing but emulators. */
    public static final String DEFAULT_SECRET_KEY = "emulator-secret-key";

    private static final int MAX_INSTANCES = 100_000;
    private static final int MAX_PORT = 65_535;

    private final int port;
    private final Optional<Integer> httpsPort;
    private final InetAddress bindAddress;
    private final boolean adminEnabled;
    private final int instances;
    private final long seed;
    private final String region;
    private final QuotaMode quotaMode;
    private final DurationRange taskDuration;
    private final DurationRange latency;
    private final AccessKey accessKey;
    private final Optional<EmulatorClock> clock;
    private final ServerTimeouts serverTimeouts;

    private EmulatorOptions(Builder builder) {
        this.port = builder.port;
        this.httpsPort = builder.httpsPort;
        this.bindAddress = builder.bindAddress;
        this.adminEnabled = builder.adminEnabled;
        this.instances = builder.instances;
        this.seed = builder.seed;
        this.region = builder.region;
        this.quotaMode = builder.quotaMode;
        this.taskDuration = builder.taskDuration;
        this.latency = builder.latency;
        this.accessKey = builder.accessKey;
        this.clock = builder.clock;
        this.serverTimeouts = builder.serverTimeouts;
    }

    /** Any free loopback port, HTTP only, 300 instances, sliding quotas, tasks of 0.2 to 2 s, no latency, the default key, real time. */
    public static EmulatorOptions defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    int port() {
        return port;
    }

    boolean isHttpsEnabled() {
        return httpsPort.isPresent();
    }

    /** 0 takes any free one. */
    int httpsPort() {
        return httpsPort.orElse(0);
    }

    InetAddress bindAddress() {
        return bindAddress;
    }

    boolean isAdminEnabled() {
        return adminEnabled;
    }

    int instances() {
        return instances;
    }

    long seed() {
        return seed;
    }

    String region() {
        return region;
    }

    QuotaMode quotaMode() {
        return quotaMode;
    }

    DurationRange taskDuration() {
        return taskDuration;
    }

    DurationRange latency() {
        return latency;
    }

    AccessKey accessKey() {
        return accessKey;
    }

    /** The one that was given, or else a new one. */
    EmulatorClock clock() {
        return clock.orElseGet(EmulatorClock::adjustable);
    }

    ServerTimeouts serverTimeouts() {
        return serverTimeouts;
    }

    /** All options, with the secret key masked. */
    @Override
    public String toString() {
        return "EmulatorOptions[port=" + port + ", httpsPort="
                + httpsPort.map(String::valueOf).orElse("none") + ", bind=" + bindAddress.getHostAddress() + ", admin="
                + adminEnabled
                + ", instances=" + instances + ", seed=" + seed + ", region=" + region
                + ", quota=" + quotaMode + ", taskDuration=" + taskDuration + ", latency=" + latency + ", accessKey="
                + accessKey + "]";
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private int port;
        private Optional<Integer> httpsPort = Optional.empty();
        private InetAddress bindAddress = ListenAddresses.LOOPBACK;
        private boolean adminEnabled = true;
        private int instances = 300;
        private long seed = 1;
        private String region = "ap-guangzhou";
        private QuotaMode quotaMode = QuotaMode.SLIDING;
        private DurationRange taskDuration = new DurationRange(Duration.ofMillis(200), Duration.ofSeconds(2));
        private DurationRange latency = new DurationRange(Duration.ZERO, Duration.ZERO);
        private AccessKey accessKey = new AccessKey(DEFAULT_SECRET_ID, DEFAULT_SECRET_KEY, Optional.empty());
        private Optional<EmulatorClock> clock = Optional.empty();
        private ServerTimeouts serverTimeouts = ServerTimeouts.DEFAULT;

        private Builder() {}

        /** The port to listen on, 0 to 65535; 0 takes any free one. */
        public Builder port(int number) {
            this.port = requireInRange("port", number, 0, MAX_PORT);
            return this;
        }

        /** Listens for HTTPS too, on any free port, see {@link CloudEmulator#secureEndpoint()}. */
        public Builder https() {
            return https(0);
        }

        /** Listens for HTTPS too, on this port, 0 to 65535; 0 takes any free one. */
        public Builder https(int number) {
            this.httpsPort = Optional.of(requireInRange("port", number, 0, MAX_PORT));
            return this;
        }

        /**
         * Listens on another address than {@code 127.0.0.1}; {@code 0.0.0.0} are all of this machine.
         *
         * <p>Whoever reaches that address can then use the admin API, which asks for no key: everything about the
         * emulator can be seen and changed there. Leave it out with {@link #adminEnabled} where that matters.
         *
         * @throws IllegalArgumentException if the name has no address
         */
        public Builder bindAddress(String address) {
            this.bindAddress = ListenAddresses.resolve(address);
            return this;
        }

        /** Whether there are the admin API and the status page under {@code /_emulator/}; there are by default. */
        public Builder adminEnabled(boolean isThere) {
            this.adminEnabled = isThere;
            return this;
        }

        /** How many instances there are at first, 0 to 100,000. */
        public Builder instances(int count) {
            this.instances = requireInRange("number of instances", count, 0, MAX_INSTANCES);
            return this;
        }

        /** What the instances and all that is random come from: the same seed makes the same instances. */
        public Builder seed(long number) {
            this.seed = number;
            return this;
        }

        /** The region where the instances are; all other regions are empty. */
        public Builder region(String id) {
            this.region = id;
            return this;
        }

        /** How requests are counted. */
        public Builder quotaMode(QuotaMode mode) {
            this.quotaMode = mode;
            return this;
        }

        /** How long a task takes, 0 to a day, drawn evenly. */
        public Builder taskDuration(Duration shortest, Duration longest) {
            this.taskDuration = new DurationRange(shortest, longest);
            return this;
        }

        /**
         * How long a request and its answer travel together, 0 to a day. Each way is drawn evenly from half of this
         * range; a request is counted, and its time is judged, when it has travelled its way.
         */
        public Builder latency(Duration shortest, Duration longest) {
            this.latency = new DurationRange(shortest, longest);
            return this;
        }

        /** The key pair of the emulated account. */
        public Builder credentials(String secretId, String secretKey) {
            if (!secretId.matches("[A-Za-z0-9_-]{1,128}") || secretKey.isBlank()) {
                throw new IllegalArgumentException(
                        "a secret id is 1 to 128 letters and digits, and a secret key is not blank");
            }
            this.accessKey = new AccessKey(secretId, secretKey, Optional.empty());
            return this;
        }

        /** A temporary key pair: whoever uses it must send its token too. */
        public Builder credentials(String secretId, String secretKey, String token) {
            if (token.isBlank()) {
                throw new IllegalArgumentException("a token is not blank");
            }
            credentials(secretId, secretKey);
            this.accessKey = new AccessKey(secretId, secretKey, Optional.of(token));
            return this;
        }

        /** The time that the cloud goes by; by default an {@link EmulatorClock#adjustable()} of its own. */
        public Builder clock(EmulatorClock source) {
            this.clock = Optional.of(source);
            return this;
        }

        Builder serverTimeouts(ServerTimeouts withSlowPeers) {
            this.serverTimeouts = withSlowPeers;
            return this;
        }

        /** The options so far. */
        public EmulatorOptions build() {
            return new EmulatorOptions(this);
        }

        private static int requireInRange(String what, int number, int min, int max) {
            if (number < min || number > max) {
                throw new IllegalArgumentException("a " + what + " is " + min + " to " + max + ", not " + number);
            }
            return number;
        }
    }
}
