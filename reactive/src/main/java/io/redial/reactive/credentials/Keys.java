package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/**
 * All ways to get keys that take files, processes or calls. {@link #defaultChain()} is what most applications want.
 *
 * <p>What holds for every provider from here:
 *
 * <ul>
 *   <li>Nothing happens before it is first asked, and no thread that asks is blocked. It completes on the thread that asks
 *       when it has keys, otherwise on an event loop, on {@link Schedulers#boundedElastic()} or on the scheduler.
 *   <li>Keys are kept. Temporary ones are fetched anew five minutes before they end, or a fifth of their life if that is
 *       less; the old ones sign on meanwhile, up to ten seconds before their end (a twentieth of a shorter life). Keys
 *       without an end, in files for example, are looked up again every minute.
 *   <li>However many ask, they are fetched once, within 30 s in all, and whoever cancels takes only itself out. There are no timers: the first
 *       call that comes when others are due starts the fetching. An idle application fetches nothing, and nothing has to be
 *       closed.
 *   <li>What fails is tried again after 1 s, 2 s and so on up to 64 s, and is not heard of while the old keys are good.
 *       Without good ones it fails with {@link io.redial.core.error.CredentialsException}, which others are told for a second
 *       before it is tried again.
 *   <li>Files with keys that others may read are refused with the {@code chmod} that helps, where the file system knows
 *       rights: those that everybody may read, and one's own that the group may.
 * </ul>
 *
 * <p>Each call here makes a provider of its own: share one among clients. Thread-safe.
 */
public final class Keys {
    private static final Keys USUAL = builder().build();

    private final Environment environment;
    private final Scheduler scheduler;
    private final CvmRole cvmRole;
    private final Sts sts;
    private final TencentFiles tencentFiles;
    private final AlibabaFiles alibabaFiles;
    private final Duration processTimeout;

    private Keys(Builder builder) {
        var http = new KeyHttp(builder.http);
        this.environment = new Environment(builder.environment);
        this.scheduler = builder.scheduler;
        this.cvmRole = new CvmRole(http, builder.metadata, builder.metadataTimeout, scheduler);
        this.sts = new Sts(http, builder.sts, builder.stsTimeout, scheduler);
        this.tencentFiles = new TencentFiles(environment, builder.home, builder.system, sts);
        this.alibabaFiles = new AlibabaFiles(environment, builder.home);
        this.processTimeout = builder.processTimeout;
    }

    /** {@link #tencentChain()} with the usual settings. */
    public static CredentialsProvider defaultChain() {
        return USUAL.tencentChain();
    }

    /** The usual settings: the addresses of the cloud, and the environment and the home of this process. */
    public static Keys usual() {
        return USUAL;
    }

    /** Begins other settings. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where the vendor's Java SDK looks, in its order, with the file of its CLI after that of its SDKs: {@link #environment},
     * {@link #profile()}, {@link #cli()}, {@link #cvmRole()}, {@link #tkeRole()}. The first that has keys is asked alone from
     * then on. If none has, the error says why each declined.
     */
    public CredentialsProvider tencentChain() {
        return CredentialsProvider.firstOf(environment(), profile(), cli(), cvmRole(), tkeRole());
    }

    /**
     * Where Alibaba's Java SDK looks, in its order, as far as it is about files and the environment: {@link
     * #alibabaEnvironment}, {@link #alibabaCli()}, {@link #alibabaProfile()}. The first that has keys is asked alone from then
     * on. If none has, the error says why each declined.
     */
    public CredentialsProvider alibabaChain() {
        return CredentialsProvider.firstOf(alibabaEnvironment(), alibabaCli(), alibabaProfile());
    }

    /** As {@link CredentialsProvider#environment()}. */
    public CredentialsProvider environment() {
        return CredentialsProvider.environment(environment.variables());
    }

    /** As {@link CredentialsProvider#alibabaEnvironment()}. */
    public CredentialsProvider alibabaEnvironment() {
        return CredentialsProvider.alibabaEnvironment(environment.variables());
    }

    /** The profile that {@code TENCENTCLOUD_PROFILE} names, or {@code default}; see {@link #profile(String)}. */
    public CredentialsProvider profile() {
        return kept(Mono.defer(() -> tencentFiles.profile(null)));
    }

    /**
     * A section of the file that {@code TENCENTCLOUD_CREDENTIALS_FILE} names, else of {@code /etc/tencentcloud/credentials} if
     * it is there, else of {@code ~/.tencentcloud/credentials}: {@code secret_id}, {@code secret_key} and, for temporary keys,
     * {@code token} and {@code expires_at}.
     */
    public CredentialsProvider profile(String name) {
        Objects.requireNonNull(name, "name");
        return kept(Mono.defer(() -> tencentFiles.profile(name)));
    }

    /** The profile that {@code TCCLI_PROFILE} or {@code TENCENTCLOUD_PROFILE} names, or {@code default}; see {@link #cli(String)}. */
    public CredentialsProvider cli() {
        return kept(Mono.defer(() -> tencentFiles.cli(null)));
    }

    /**
     * What the vendor's CLI keeps in {@code ~/.tccli/NAME.credential}, also after a login in the browser, for as long as that is
     * good. A role that stands there is assumed.
     */
    public CredentialsProvider cli(String name) {
        Objects.requireNonNull(name, "name");
        return kept(Mono.defer(() -> tencentFiles.cli(name)));
    }

    /** The role of this CVM, which its metadata names. */
    public CredentialsProvider cvmRole() {
        return kept(cvmRole.fetch(null));
    }

    /** A role of this CVM. */
    public CredentialsProvider cvmRole(String name) {
        return kept(cvmRole.fetch(Objects.requireNonNull(name, "name")));
    }

    /**
     * The role of a pod in a TKE cluster: {@code TKE_REGION}, {@code TKE_PROVIDER_ID}, {@code TKE_WEB_IDENTITY_TOKEN_FILE} and
     * {@code TKE_ROLE_ARN} are exchanged for keys by {@code AssumeRoleWithWebIdentity}. The token is read anew each time.
     */
    public CredentialsProvider tkeRole() {
        return kept(new TkeRole(environment, sts).fetch());
    }

    /**
     * A role, assumed with the keys of another provider, which is asked each time.
     *
     * @param source whose keys sign {@code AssumeRole}
     */
    public CredentialsProvider assumeRole(AssumeRole role, CredentialsProvider source) {
        Objects.requireNonNull(role, "role");
        return kept(Mono.fromCompletionStage(source::resolve).flatMap(keys -> sts.assumeRole(role, keys)));
    }

    /**
     * A program that prints a JSON object with {@code secretId}, {@code secretKey} and, for temporary keys, {@code token} and
     * {@code expiresAt} (seconds since 1970, or ISO 8601), or an answer of STS, or what Alibaba's CLI takes. It gets no input and
     * no shell around it, prints 64 KB at most, and must end with status 0 in time; else it is killed.
     *
     * @throws IllegalArgumentException if the command is empty
     */
    public CredentialsProvider process(String... command) {
        if (command.length == 0) {
            throw new IllegalArgumentException("a command has at least the name of a program");
        }
        return kept(new KeyProcess(List.of(command), processTimeout, scheduler).fetch());
    }

    /** The profile that {@code ALIBABA_CLOUD_PROFILE} names, or the current one, of {@code ~/.aliyun/config.json}. */
    public CredentialsProvider alibabaCli() {
        return kept(Mono.defer(() -> alibabaFiles.cli(null)));
    }

    /** A profile of Alibaba's CLI, of mode {@code AK} or {@code StsToken}. */
    public CredentialsProvider alibabaCli(String name) {
        Objects.requireNonNull(name, "name");
        return kept(Mono.defer(() -> alibabaFiles.cli(name)));
    }

    /** The section that {@code ALIBABA_CLOUD_PROFILE} names, or {@code default}; see {@link #alibabaProfile(String)}. */
    public CredentialsProvider alibabaProfile() {
        return kept(Mono.defer(() -> alibabaFiles.profile(null)));
    }

    /**
     * A section, with {@code enable = true} and of type {@code access_key}, of the file that {@code
     * ALIBABA_CLOUD_CREDENTIALS_FILE} names, else of {@code ~/.alibabacloud/credentials.ini}.
     */
    public CredentialsProvider alibabaProfile(String name) {
        Objects.requireNonNull(name, "name");
        return kept(Mono.defer(() -> alibabaFiles.profile(name)));
    }

    /**
     * Keeps what another provider gives, and asks it for others as the text above says; its credentials tell when they {@linkplain
     * Credentials#until end}. It has 30 s to answer, and is cancelled then.
     */
    public CredentialsProvider refreshing(CredentialsProvider source) {
        return kept(Mono.fromCompletionStage(source::resolve));
    }

    private CredentialsProvider kept(Mono<Credentials> source) {
        return new RefreshingCredentials(source, scheduler);
    }

    /** What can be chosen. Not thread-safe; {@link #build} may be called any number of times. */
    public static final class Builder {
        private Map<String, String> environment = System.getenv();
        private Path home = Path.of(System.getProperty("user.home"));
        private Path system = Path.of("/etc");
        private URI metadata = CvmRole.USUAL_METADATA;
        private URI sts = Sts.USUAL_ENDPOINT;
        private Duration metadataTimeout = Duration.ofSeconds(1);
        private Duration stsTimeout = Duration.ofSeconds(5);
        private Duration processTimeout = Duration.ofSeconds(10);
        private UnaryOperator<HttpClient> http = UnaryOperator.identity();
        private Scheduler scheduler = Schedulers.parallel();

        private Builder() {}

        /** The environment variables. By default those of this process. */
        public Builder environment(Map<String, String> variables) {
            this.environment = Map.copyOf(variables);
            return this;
        }

        /** The user's directory. By default the system property {@code user.home}. */
        public Builder home(Path directory) {
            this.home = Objects.requireNonNull(directory, "home");
            return this;
        }

        /** The directory of files for the whole machine. By default {@code /etc}. */
        public Builder system(Path directory) {
            this.system = Objects.requireNonNull(directory, "system");
            return this;
        }

        /** Where machines ask for their metadata. By default {@code http://metadata.tencentyun.com}. */
        public Builder metadata(URI address) {
            this.metadata = Objects.requireNonNull(address, "metadata");
            return this;
        }

        /** How long the metadata may take in all: outside of the cloud nobody answers. By default 1 s. */
        public Builder metadataTimeout(Duration timeout) {
            this.metadataTimeout = positive("metadataTimeout", timeout);
            return this;
        }

        /** Where STS is. By default {@code https://sts.tencentcloudapi.com}. */
        public Builder sts(URI endpoint) {
            this.sts = Objects.requireNonNull(endpoint, "sts");
            return this;
        }

        /** How long a call of STS may take. By default 5 s. */
        public Builder stsTimeout(Duration timeout) {
            this.stsTimeout = positive("stsTimeout", timeout);
            return this;
        }

        /** How long a program may take to print keys. By default 10 s. */
        public Builder processTimeout(Duration timeout) {
            this.processTimeout = positive("processTimeout", timeout);
            return this;
        }

        /** Further settings of the connections, for example a proxy. By default those of Reactor Netty. */
        public Builder http(UnaryOperator<HttpClient> settings) {
            this.http = Objects.requireNonNull(settings, "http");
            return this;
        }

        /** The clock and the timers, for tests that bring their own time. By default {@link Schedulers#parallel()}. */
        public Builder scheduler(Scheduler newScheduler) {
            this.scheduler = Objects.requireNonNull(newScheduler, "scheduler");
            return this;
        }

        /** Makes the settings. */
        public Keys build() {
            return new Keys(this);
        }

        private static Duration positive(String name, Duration duration) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(name + " is longer than zero, not " + duration);
            }
            return duration;
        }
    }
}
