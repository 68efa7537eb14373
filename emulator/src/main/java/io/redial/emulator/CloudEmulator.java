package io.redial.emulator;

import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import io.redial.catalog.Rate;
import io.redial.emulator.admin.AdminRequestHandler;
import io.redial.emulator.aliyun.KvStoreProtocolHandler;
import io.redial.emulator.api3.ActionHandlers;
import io.redial.emulator.api3.Api3ProtocolHandler;
import io.redial.emulator.cloud.CloudRegions;
import io.redial.emulator.cloud.TaskDurations;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.emulator.crs.CrsProtocolHandler;
import io.redial.emulator.fault.ActiveFaultRule;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.FaultInjector;
import io.redial.emulator.fault.FaultRule;
import io.redial.emulator.protocol.AccessKey;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.OutgoingResponse;
import io.redial.emulator.protocol.QuotaCheck;
import io.redial.emulator.protocol.RequestAuthenticator;
import io.redial.emulator.protocol.RequestIdGenerator;
import io.redial.emulator.protocol.TimestampValidator;
import io.redial.emulator.quota.ActionQuotas;
import io.redial.emulator.snapshot.SnapshotCodec;
import io.redial.emulator.tls.ServerCertificate;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A running cloud with one account, which answers on a loopback port until it is closed, over HTTP and, if asked for,
 * over HTTPS.
 *
 * <p>It speaks three protocols over the same instances: TencentDB for Redis API 3.0, Tencent's API v2 and Alibaba's
 * R-KVStore, where the instance {@code crs-5a4py64p} is called {@code r-5a4py64p}. It tells them apart by the request.
 * Where a method takes the name of an action, {@code UpgradeInstance} is one of API 3.0, {@code v2.UpgradeRedis} one of API
 * v2, and {@code alibaba.ModifyInstanceSpec} one of Alibaba.
 *
 * <pre>{@code
 * try (var cloud = CloudEmulator.start(EmulatorOptions.defaults())) {
 *     // point a client at cloud.endpoint() with cloud.secretId() and cloud.secretKey()
 * }
 * }</pre>
 *
 * <p>All methods may be called by any thread, and none but {@link #start} and {@link #close} waits.
 */
public final class CloudEmulator implements AutoCloseable {
    private final AccessKey key;
    private final CloudRegions regions;
    private final ActionQuotas quotas;
    private final CallCounters counters;
    private final FaultInjector faults;
    private final RequestProcessor requestProcessor;
    private volatile QuotaMode quotaMode;
    private final EmulatorClock clock;
    private final int maxBodyBytes;
    private final EmulatorOptions options;
    private final Optional<ServerCertificate> serverCertificate;
    private final EmulatorServer server;
    private volatile boolean closed;

    private CloudEmulator(EmulatorOptions options, Api api, EmulatorServer ports) {
        this.server = ports;
        this.options = options;
        this.clock = options.clock();
        var seed = options.seed();
        var times = new TaskDurations(
                seed, options.taskDuration().min(), options.taskDuration().max());
        this.key = options.accessKey();
        this.regions = new CloudRegions(options.region(), clock::millis, times, seed, options.instances());
        this.quotaMode = options.quotaMode();
        this.quotas = new ActionQuotas(quotaMode::counters, clock::nanos, Rates.BY_ACTION);
        this.counters = new CallCounters(Rates.BY_ACTION.keySet(), clock::millis);
        this.faults = new FaultInjector(Rates.BY_ACTION.keySet(), seed);
        this.maxBodyBytes = api.protocol().maxBodyBytes();
        var toll = new QuotaCheck(quotas, key);
        var time = new TimestampValidator(api.protocol().clockToleranceSeconds(), clock::signingMillis);
        var ids = new RequestIdGenerator(seed);
        var behaviours = new ActionHandlers(api);
        var doors = List.of(
                new CrsProtocolHandler(api, key, time, toll, behaviours, regions::of),
                new KvStoreProtocolHandler(key, clock::signingMillis, toll, regions::defaultRegion, ids),
                new Api3ProtocolHandler(new RequestAuthenticator(api, key, time, toll), behaviours, regions::of, ids));
        this.requestProcessor =
                new RequestProcessor(doors, faults, new NetworkLatency(options.latency(), seed, clock), counters);
        this.serverCertificate = createCertificate(options);
        var admin = options.isAdminEnabled()
                ? Optional.of(new AdminHttpHandler(new AdminRequestHandler(
                        this, regions, !options.bindAddress().isLoopbackAddress())))
                : Optional.<AdminHttpHandler>empty();
        ports.listen(
                options,
                serverCertificate,
                new HttpRequestHandler(requestProcessor, admin, clock, maxBodyBytes)::handle);
    }

    /**
     * Starts a cloud and waits until it listens.
     *
     * @throws IllegalArgumentException if the API knows no such region
     * @throws RuntimeException if the port is taken
     */
    public static CloudEmulator start(EmulatorOptions options) {
        var ports = new EmulatorServer();
        try {
            return start(options, ApiHolder.API, ports);
        } catch (RuntimeException | Error e) {
            ports.close();
            throw e;
        }
    }

    private static CloudEmulator start(EmulatorOptions options, Api api, EmulatorServer ports) {
        if (api.regions().stream().noneMatch(region -> region.id().equals(options.region()))) {
            throw new IllegalArgumentException("there is no region '" + options.region() + "'");
        }
        return new CloudEmulator(options, api, ports);
    }

    private static Optional<ServerCertificate> createCertificate(EmulatorOptions options) {
        if (!options.isHttpsEnabled()) {
            return Optional.empty();
        }
        // clients judge the certificate by the real time, whatever time the cloud goes by
        var now = Instant.ofEpochMilli(EmulatorClock.system().millis());
        return Optional.of(ServerCertificate.create(now, ListenAddresses.certificateAddresses(options.bindAddress())));
    }

    /** Where it listens, whatever the protocol: {@code http://127.0.0.1:PORT}. The path of API v2 comes after it. */
    public URI endpoint() {
        return URI.create("http://" + ListenAddresses.uriHost(options.bindAddress()) + ":" + server.httpPort());
    }

    /**
     * Where it listens for HTTPS, whatever the protocol: {@code https://127.0.0.1:PORT}. A client has to be told to trust
     * {@link #certificate()}.
     *
     * @throws IllegalStateException if it was not asked for, see {@link EmulatorOptions.Builder#https()}
     */
    public URI secureEndpoint() {
        return URI.create("https://" + ListenAddresses.uriHost(options.bindAddress()) + ":"
                + server.httpsPort().orElseThrow(CloudEmulator::httpsDisabledError));
    }

    /**
     * What it shows over HTTPS, made at its start: a certificate that it has signed itself, for {@code localhost},
     * {@code 127.0.0.1}, {@code ::1} and the address that it listens on, valid from a day ago for a year of real time.
     *
     * @throws IllegalStateException if HTTPS was not asked for, see {@link EmulatorOptions.Builder#https()}
     */
    public X509Certificate certificate() {
        return serverCertificate.orElseThrow(CloudEmulator::httpsDisabledError).certificate();
    }

    /**
     * The certificate in PEM, as most programs want it.
     *
     * @throws IllegalStateException if HTTPS was not asked for, see {@link EmulatorOptions.Builder#https()}
     */
    public String certificatePem() {
        return ServerCertificate.pem(certificate());
    }

    private static IllegalStateException httpsDisabledError() {
        return new IllegalStateException(
                "this emulator speaks HTTP only; EmulatorOptions.builder().https() adds HTTPS");
    }

    /** The region of its instances. */
    public String region() {
        return regions.defaultRegion().region();
    }

    /** The secret id of its account. */
    public String secretId() {
        return key.id();
    }

    /** The secret key of its account. */
    public String secretKey() {
        return key.secret();
    }

    /**
     * Answers a request without a socket, so that a test can run in virtual time: with a {@link ManualClock} nothing
     * happens on any other thread or at any other time than that of the test. The request is checked and counted, and
     * the answer travels, as over HTTP; without a latency it is answered at once on the subscriber's thread, with one on
     * the thread of the clock.
     *
     * <p>Every subscriber sends the request anew. Cancelling calls off what has not been done yet. What is known only to
     * HTTP, its status and headers, is not in the answer. Of the {@linkplain #addFault faults}, a slow body comes whole in
     * the end.
     *
     * @param method {@code GET} or {@code POST}
     * @param path the path of the URI, {@code /} or that of API v2
     * @param query the query of the URI as it was signed, without the question mark; empty if there is none
     * @param headers looks a header up by its name, whatever its case, {@code Host} included; null if it was not sent
     * @param body the body, which must not change any more; empty for {@code GET}
     * @return the bytes of the JSON or the XML, be it an error of the API; an {@link IOException} when the connection would have
     *     been closed without an answer or within it, or when the cloud is closed
     */
    public Mono<byte[]> exchange(
            String method, String path, String query, Function<String, @Nullable String> headers, byte[] body) {
        var arrival = new IncomingRequest(method, path, query, headers, body, body.length > maxBodyBytes);
        return Mono.defer(() -> closed
                ? Mono.error(new IOException("the cloud is closed"))
                : requestProcessor
                        .exchange(arrival)
                        .flatMap(answer -> answer.deliverWithoutSocket(clock))
                        .map(OutgoingResponse::body));
    }

    /** How many connections are open. */
    int openConnectionCount() {
        return server.openConnectionCount();
    }

    /** How many requests have arrived, refused ones and those with an error included. */
    public long callCount() {
        return counters.callCount();
    }

    /** How many requests that name this action have arrived; 0 for an unknown action. */
    public long callCount(String action) {
        return counters.callCount(action);
    }

    /** How many requests were refused because they exceeded a quota. */
    public long throttledCount() {
        return counters.throttledCount();
    }

    /** How many requests for this action were refused because they exceeded its quota. */
    public long throttledCount(String action) {
        return counters.throttledCount(action);
    }

    /**
     * The calls of an action in each of the last 600 seconds of the cloud's clock, this one included, in their order. Seconds
     * without any are left out, and so is what was dropped or answered before the cloud saw it.
     *
     * @param action its name; an unknown one has no calls
     */
    public List<CallsPerSecond> callsPerSecond(String action) {
        return counters.callsPerSecond(action);
    }

    /** The names of all actions, as they are counted, in their order. */
    public List<String> actions() {
        return Rates.BY_ACTION.keySet().stream().sorted().toList();
    }

    /**
     * How many requests an action allows at present, in a second, or in a minute for an action of Alibaba.
     *
     * @throws IllegalArgumentException if there is no such action
     */
    public int quota(String action) {
        return quotas.limit(action);
    }

    /** How requests are counted at present. */
    public QuotaMode quotaMode() {
        return quotaMode;
    }

    /** Changes how requests are counted, for requests from now on. All counters begin anew. */
    public synchronized void quota(QuotaMode mode) {
        quotaMode = mode;
        quotas.setCounterFactory(mode::counters);
    }

    /**
     * Changes the quota of an action, for requests from now on.
     *
     * @param action its name
     * @param permits requests a second, or a minute for an action of Alibaba; 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void setQuota(String action, int permits) {
        quotas.setLimit(action, permits);
    }

    /**
     * Closes the connection of the next requests for an action before anything is done: they have no effect and are not
     * counted, neither as calls nor against a quota. Several wishes add up.
     *
     * @param times how many requests, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void dropRequests(String action, int times) {
        addFault(FaultRule.next(times, Fault.dropRequest()).forAction(action));
    }

    /**
     * Carries out the next requests for an action, counts them, and then closes the connection without a byte of
     * answer. Requests that are refused do not count: they are answered. Several wishes add up.
     *
     * @param times how many requests, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void loseResponses(String action, int times) {
        addFault(FaultRule.next(times, Fault.loseResponse()).forAction(action));
    }

    /**
     * Answers the next requests for an action with an error and does nothing else. They are checked and counted first:
     * one whose signature, quota or parameters are wrong is told so, and does not count. Several wishes are fulfilled
     * in their order.
     *
     * @param code any error code, documented or not; a number for an action of API v2
     * @param times how many requests, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void failRequests(String action, String code, String message, int times) {
        addFault(FaultRule.next(times, Fault.respondWithError(code, message)).forAction(action));
    }

    /**
     * Makes something go wrong whenever a rule says so, for calls from now on. Of several rules for the same step of a call,
     * the eldest that applies counts.
     *
     * @return its id, for {@link #removeFault}
     * @throws IllegalArgumentException if there is no such action, if the fault is one of work and the action is not of API
     *     3.0, or if there are 1,000 rules already
     */
    public long addFault(FaultRule rule) {
        return faults.add(rule);
    }

    /** The rules in force, the eldest first; one that has happened as often as it should is not among them any more. */
    public List<ActiveFaultRule> activeFaults() {
        return faults.list();
    }

    /**
     * Takes a rule out of force. What has begun to go wrong goes on.
     *
     * @return false if it was not in force any more
     */
    public boolean removeFault(long id) {
        return faults.remove(id);
    }

    /** Takes all rules out of force. */
    public void clearFaults() {
        faults.clear();
    }

    /**
     * How many orders to upgrade this instance were accepted, through whichever protocol, failed ones included; 0 for an
     * unknown instance.
     */
    public int acceptedUpgradeCount(String instanceId) {
        return acceptedCount("UpgradeInstance", instanceId);
    }

    /**
     * How often an action has started work on an instance, or ordered something for it, whatever became of it. What was
     * refused is not in it, and an instance may be gone by now.
     *
     * @param action its name in API 3.0, also for what came through another protocol; 0 for one that starts no work
     * @param instanceId the instance; of a call that names two, the first
     */
    public int acceptedCount(String action, String instanceId) {
        return regions.defaultRegion().acceptedCount(action, instanceId);
    }

    /**
     * Makes the next task of an instance fail: it runs for its time, then says {@code message} and has changed
     * nothing; an order behind it ends as not delivered. The same as {@link #setNextTaskOutcome} with
     * {@link TaskOutcome#fails(String)}.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void failNextTask(String instanceId, String message) {
        setNextTaskOutcome(instanceId, TaskOutcome.fails(message));
    }

    /**
     * Decides what becomes of the next task of an instance, and so of an order behind it. A second call before that
     * task replaces the first. Orders without a task, which are those of RenewInstance, go by chance.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void setNextTaskOutcome(String instanceId, TaskOutcome fate) {
        regions.defaultRegion().setNextTaskOutcome(instanceId, fate);
    }

    /** The time that it goes by; an {@link AdjustableClock} unless another one was given. */
    public EmulatorClock clock() {
        return clock;
    }

    /** How many instances there are in its region. */
    public int instanceCount() {
        return regions.defaultRegion().size();
    }

    /**
     * Decides what becomes of the next order of new instances, from CreateInstances or CloneInstances in the region of the
     * options. All its instances share this fate: those that could not be made are gone once their tasks are over. A second
     * call before that order replaces the first.
     */
    public void setNextCreationOutcome(TaskOutcome fate) {
        regions.defaultRegion().setNextCreationOutcome(fate);
    }

    /**
     * Makes another instance, which runs at once, is the newest of all and has nothing to do with any order or quota.
     *
     * @return its id
     * @throws IllegalStateException if there are 200,000 instances already
     */
    public String addInstance() {
        return regions.defaultRegion().addInstance().id();
    }

    /**
     * Takes an instance away at once. Work on it goes on as if nothing had happened, but changes nothing.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void removeInstance(String instanceId) {
        regions.defaultRegion().removeInstance(instanceId);
    }

    /**
     * All that the account has in every region, running work included, as JSON. Keys, quotas, faults and counts of calls are
     * not part of it.
     */
    public byte[] snapshot() {
        return SnapshotCodec.write(regions.snapshot());
    }

    /**
     * Makes the account's regions as they were once, also in another process. Time stood still in between: work that was
     * going on goes on from where it was, and everything else keeps its dates.
     *
     * @param snapshot what {@link #snapshot()} gave
     * @throws IllegalArgumentException if it is none, or of another version; then nothing has changed
     */
    public void restore(byte[] snapshot) {
        regions.restore(SnapshotCodec.read(snapshot));
    }

    /**
     * Makes everything as it was at the start: what the account has in every region, quotas and how they are counted; no fault
     * is in force, and no call was ever counted. Only the clock goes on.
     */
    public void reset() {
        regions.reset();
        faults.clear();
        quotas.reset();
        quota(options.quotaMode());
        counters.reset();
    }

    /** Stops at once: open calls are cut off, and nothing stays behind. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        server.close();
    }

    /** Read once, since nothing in them ever changes. */
    private static final class ApiHolder {
        static final Api API = Catalog.tencentRedis();
    }

    /** What each action allows, under the name that it is counted by. */
    private static final class Rates {
        /** No document gives API v2 a figure; this is what API 3.0 allows most of the successors. */
        private static final Rate V2 = new Rate(20, Duration.ofSeconds(1));

        static final Map<String, Rate> BY_ACTION = all();

        private static Map<String, Rate> all() {
            var all = new HashMap<String, Rate>();
            ApiHolder.API.actions().forEach(action -> all.put(action.name(), action.rate()));
            CrsProtocolHandler.actionNames().forEach(action -> all.put(action, V2));
            all.putAll(KvStoreProtocolHandler.defaultRates());
            return Map.copyOf(all);
        }
    }
}
