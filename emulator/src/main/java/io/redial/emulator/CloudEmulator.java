package io.redial.emulator;

import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import io.redial.catalog.Rate;
import io.redial.emulator.admin.AdminDoor;
import io.redial.emulator.alibaba.KvStoreDoor;
import io.redial.emulator.api3.Api3Door;
import io.redial.emulator.api3.Behaviours;
import io.redial.emulator.cloud.Regions;
import io.redial.emulator.cloud.TaskFate;
import io.redial.emulator.cloud.WorkTimes;
import io.redial.emulator.crs.CrsDoor;
import io.redial.emulator.door.AccessKey;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.FrontDoor;
import io.redial.emulator.door.Punctuality;
import io.redial.emulator.door.QuotaCheck;
import io.redial.emulator.door.Reply;
import io.redial.emulator.door.RequestIds;
import io.redial.emulator.fault.ActiveFault;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.FaultRule;
import io.redial.emulator.fault.Faults;
import io.redial.emulator.quota.Quotas;
import io.redial.emulator.snapshot.SnapshotText;
import io.redial.emulator.tls.SelfSigned;
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
    private final Regions regions;
    private final Quotas quotas;
    private final CallCounts calls;
    private final Faults faults;
    private final CloudService service;
    private volatile QuotaMode quotaMode;
    private final EmulatorClock clock;
    private final int maxBodyBytes;
    private final EmulatorOptions options;
    private final Optional<SelfSigned> identity;
    private final Ports ports;
    private volatile boolean closed;

    private CloudEmulator(EmulatorOptions options, Api api, Ports ports) {
        this.ports = ports;
        this.options = options;
        this.clock = options.clock();
        var seed = options.seed();
        var times = new WorkTimes(
                seed, options.taskDuration().shortest(), options.taskDuration().longest());
        this.key = options.accessKey();
        this.regions = new Regions(options.region(), clock::millis, times, seed, options.instances());
        this.quotaMode = options.quota();
        this.quotas = new Quotas(quotaMode::rules, clock::nanos, Rates.ALL);
        this.calls = new CallCounts(Rates.ALL.keySet(), clock::millis);
        this.faults = new Faults(Rates.ALL.keySet(), seed);
        this.maxBodyBytes = api.protocol().maxBodyBytes();
        var toll = new QuotaCheck(quotas, key);
        var time = new Punctuality(api.protocol().clockToleranceSeconds(), clock::signingMillis);
        var ids = new RequestIds(seed);
        var behaviours = new Behaviours(api);
        var doors = List.of(
                new CrsDoor(api, key, time, toll, behaviours, regions::of),
                new KvStoreDoor(key, clock::signingMillis, toll, regions::home, ids),
                new Api3Door(new FrontDoor(api, key, time, toll), behaviours, regions::of, ids));
        this.service = new CloudService(doors, faults, new Latency(options.latency(), seed, clock), calls);
        this.identity = identity(options);
        var admin = options.isAdmin()
                ? Optional.of(new AdminHttp(
                        new AdminDoor(this, regions, !options.bind().isLoopbackAddress())))
                : Optional.<AdminHttp>empty();
        ports.listen(options, identity, new HttpDoor(service, admin, clock, maxBodyBytes)::handle);
    }

    /**
     * Starts a cloud and waits until it listens.
     *
     * @throws IllegalArgumentException if the API knows no such region
     * @throws RuntimeException if the port is taken
     */
    public static CloudEmulator start(EmulatorOptions options) {
        var ports = new Ports();
        try {
            return start(options, Documents.API, ports);
        } catch (RuntimeException | Error e) {
            ports.close();
            throw e;
        }
    }

    private static CloudEmulator start(EmulatorOptions options, Api api, Ports ports) {
        if (api.regions().stream().noneMatch(region -> region.id().equals(options.region()))) {
            throw new IllegalArgumentException("there is no region '" + options.region() + "'");
        }
        return new CloudEmulator(options, api, ports);
    }

    private static Optional<SelfSigned> identity(EmulatorOptions options) {
        if (!options.isHttps()) {
            return Optional.empty();
        }
        // clients judge the certificate by the real time, whatever time the cloud goes by
        var now = Instant.ofEpochMilli(EmulatorClock.system().millis());
        return Optional.of(SelfSigned.create(now, Addresses.named(options.bind())));
    }

    /** Where it listens, whatever the protocol: {@code http://127.0.0.1:PORT}. The path of API v2 comes after it. */
    public URI endpoint() {
        return URI.create("http://" + Addresses.host(options.bind()) + ":" + ports.http());
    }

    /**
     * Where it listens for HTTPS, whatever the protocol: {@code https://127.0.0.1:PORT}. A client has to be told to trust
     * {@link #certificate()}.
     *
     * @throws IllegalStateException if it was not asked for, see {@link EmulatorOptions.Builder#https()}
     */
    public URI secureEndpoint() {
        return URI.create("https://" + Addresses.host(options.bind()) + ":"
                + ports.https().orElseThrow(CloudEmulator::noHttps));
    }

    /**
     * What it shows over HTTPS, made at its start: a certificate that it has signed itself, for {@code localhost},
     * {@code 127.0.0.1}, {@code ::1} and the address that it listens on, valid from a day ago for a year of real time.
     *
     * @throws IllegalStateException if HTTPS was not asked for, see {@link EmulatorOptions.Builder#https()}
     */
    public X509Certificate certificate() {
        return identity.orElseThrow(CloudEmulator::noHttps).certificate();
    }

    /**
     * The certificate in PEM, as most programs want it.
     *
     * @throws IllegalStateException if HTTPS was not asked for, see {@link EmulatorOptions.Builder#https()}
     */
    public String certificatePem() {
        return SelfSigned.pem(certificate());
    }

    private static IllegalStateException noHttps() {
        return new IllegalStateException(
                "this emulator speaks HTTP only; EmulatorOptions.builder().https() adds HTTPS");
    }

    /** The region of its instances. */
    public String region() {
        return regions.home().region();
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
     * Answers a request without a socket, so that a test can run in virtual time: with a {@link SteppedClock} nothing
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
    public Mono<byte[]> answer(
            String method, String path, String query, Function<String, @Nullable String> headers, byte[] body) {
        var arrival = new Arrival(method, path, query, headers, body, body.length > maxBodyBytes);
        return Mono.defer(() -> closed
                ? Mono.error(new IOException("the cloud is closed"))
                : service.answer(arrival)
                        .flatMap(answer -> answer.withoutSocket(clock))
                        .map(Reply::body));
    }

    /** How many connections are open. */
    int connections() {
        return ports.connections();
    }

    /** How many requests have arrived, refused ones and those with an error included. */
    public long calls() {
        return calls.calls();
    }

    /** How many requests that name this action have arrived; 0 for an unknown action. */
    public long calls(String action) {
        return calls.calls(action);
    }

    /** How many requests were refused because they exceeded a quota. */
    public long refusals() {
        return calls.refusals();
    }

    /** How many requests for this action were refused because they exceeded its quota. */
    public long refusals(String action) {
        return calls.refusals(action);
    }

    /**
     * The calls of an action in each of the last 600 seconds of the cloud's clock, this one included, in their order. Seconds
     * without any are left out, and so is what was dropped or answered before the cloud saw it.
     *
     * @param action its name; an unknown one has no calls
     */
    public List<Traffic> traffic(String action) {
        return calls.traffic(action);
    }

    /** The names of all actions, as they are counted, in their order. */
    public List<String> actions() {
        return Rates.ALL.keySet().stream().sorted().toList();
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
        quotas.rules(mode::rules);
    }

    /**
     * Changes the quota of an action, for requests from now on.
     *
     * @param action its name
     * @param permits requests a second, or a minute for an action of Alibaba; 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void quota(String action, int permits) {
        quotas.limit(action, permits);
    }

    /**
     * Closes the connection of the next requests for an action before anything is done: they have no effect and are not
     * counted, neither as calls nor against a quota. Several wishes add up.
     *
     * @param times how many requests, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void dropRequests(String action, int times) {
        addFault(FaultRule.next(times, Fault.dropped()).of(action));
    }

    /**
     * Carries out the next requests for an action, counts them, and then closes the connection without a byte of
     * answer. Requests that are refused do not count: they are answered. Several wishes add up.
     *
     * @param times how many requests, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the number is out of range
     */
    public void loseAnswers(String action, int times) {
        addFault(FaultRule.next(times, Fault.lostAnswer()).of(action));
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
    public void failNext(String action, String code, String message, int times) {
        addFault(FaultRule.next(times, Fault.failure(code, message)).of(action));
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
    public List<ActiveFault> faults() {
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
    public int upgrades(String instanceId) {
        return accepted("UpgradeInstance", instanceId);
    }

    /**
     * How often an action has started work on an instance, or ordered something for it, whatever became of it. What was
     * refused is not in it, and an instance may be gone by now.
     *
     * @param action its name in API 3.0, also for what came through another protocol; 0 for one that starts no work
     * @param instanceId the instance; of a call that names two, the first
     */
    public int accepted(String action, String instanceId) {
        return regions.home().accepted(action, instanceId);
    }

    /**
     * Makes the next task of an instance fail: it runs for its time, then says {@code message} and has changed
     * nothing; an order behind it ends as not delivered. The same as {@link #nextTask} with
     * {@link TaskFate#fails(String)}.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void failNextTask(String instanceId, String message) {
        nextTask(instanceId, TaskFate.fails(message));
    }

    /**
     * Decides what becomes of the next task of an instance, and so of an order behind it. A second call before that
     * task replaces the first. Orders without a task, which are those of RenewInstance, go by chance.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void nextTask(String instanceId, TaskFate fate) {
        regions.home().nextTask(instanceId, fate);
    }

    /** The time that it goes by; an {@link AdjustableClock} unless another one was given. */
    public EmulatorClock clock() {
        return clock;
    }

    /** How many instances there are in its region. */
    public int instances() {
        return regions.home().size();
    }

    /**
     * Decides what becomes of the next order of new instances, from CreateInstances or CloneInstances in the region of the
     * options. All its instances share this fate: those that could not be made are gone once their tasks are over. A second
     * call before that order replaces the first.
     */
    public void nextCreation(TaskFate fate) {
        regions.home().nextCreation(fate);
    }

    /**
     * Makes another instance, which runs at once, is the newest of all and has nothing to do with any order or quota.
     *
     * @return its id
     * @throws IllegalStateException if there are 200,000 instances already
     */
    public String addInstance() {
        return regions.home().addInstance().id();
    }

    /**
     * Takes an instance away at once. Work on it goes on as if nothing had happened, but changes nothing.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void removeInstance(String instanceId) {
        regions.home().removeInstance(instanceId);
    }

    /**
     * All that the account has in every region, running work included, as JSON. Keys, quotas, faults and counts of calls are
     * not part of it.
     */
    public byte[] snapshot() {
        return SnapshotText.write(regions.snapshot());
    }

    /**
     * Makes the account's regions as they were once, also in another process. Time stood still in between: work that was
     * going on goes on from where it was, and everything else keeps its dates.
     *
     * @param snapshot what {@link #snapshot()} gave
     * @throws IllegalArgumentException if it is none, or of another version; then nothing has changed
     */
    public void restore(byte[] snapshot) {
        regions.restore(SnapshotText.read(snapshot));
    }

    /**
     * Makes everything as it was at the start: what the account has in every region, quotas and how they are counted; no fault
     * is in force, and no call was ever counted. Only the clock goes on.
     */
    public void reset() {
        regions.reset();
        faults.clear();
        quotas.reset();
        quota(options.quota());
        calls.clear();
    }

    /** Stops at once: open calls are cut off, and nothing stays behind. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        ports.close();
    }

    /** Read once, since nothing in them ever changes. */
    private static final class Documents {
        static final Api API = Catalog.tencentRedis();
    }

    /** What each action allows, under the name that it is counted by. */
    private static final class Rates {
        /** No document gives API v2 a figure; this is what API 3.0 allows most of the successors. */
        private static final Rate V2 = new Rate(20, Duration.ofSeconds(1));

        static final Map<String, Rate> ALL = all();

        private static Map<String, Rate> all() {
            var all = new HashMap<String, Rate>();
            Documents.API.actions().forEach(action -> all.put(action.name(), action.rate()));
            CrsDoor.actions().forEach(action -> all.put(action, V2));
            all.putAll(KvStoreDoor.rates());
            return Map.copyOf(all);
        }
    }
}
