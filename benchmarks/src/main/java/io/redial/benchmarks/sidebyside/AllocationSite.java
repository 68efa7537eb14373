package io.redial.benchmarks.sidebyside;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/**
 * Who allocated what.
 *
 * @param stage the stage of a call
 * @param type the class of the object
 */
record AllocationSite(String stage, String type) {
    private static final String PREFIX = "allocates\t";
    private static final String RANDOM_GARBAGE = "dither";
    private static final String OWN = "io.redial.";
    private static final String HARNESS = "io.redial.benchmarks.";

    /** Whose frame it is, by the beginning of its class's name and method; the first that fits. */
    private record Rule(String prefix, String stage) {}

    private static final List<Rule> RULES = List.of(
            new Rule(HARNESS, "caller"),
            new Rule(OWN + "core.signature", "sign"),
            new Rule(OWN + "core.protocol.TencentProtocol.decode", "decode"),
            new Rule(OWN + "core.protocol.Envelope", "decode"),
            new Rule(OWN + "core.wire.WireWriter", "encode"),
            new Rule(OWN + "core.wire.JsonOutput", "encode"),
            new Rule(OWN + "core.wire.FlatParameters", "encode"),
            new Rule(OWN + "core.wire", "decode"),
            new Rule(OWN + "core.protocol.RequestForm", "encode"),
            new Rule(OWN + "core.protocol", "sign"),
            new Rule(OWN + "tencent.redis", "decode"),
            new Rule(OWN + "ratelimit.RetryBudget", "retry"),
            new Rule(OWN + "ratelimit", "quota"),
            new Rule(OWN + "reactive.Retry", "retry"),
            new Rule(OWN + "reactive.FirstTry", "retry"),
            new Rule(OWN + "reactive.Quota", "quota"),
            new Rule(OWN + "reactive.InTurn", "quota"),
            new Rule(OWN + "reactive.Turn", "quota"),
            new Rule(OWN + "reactive.Permit", "quota"),
            new Rule(OWN + "reactive.Waiter", "quota"),
            new Rule(OWN + "reactive.Lane", "quota"),
            new Rule(OWN + "reactive.NettyTransport", "send"),
            new Rule(OWN + "reactive.Answer", "send"),
            new Rule(OWN, "exchange"),
            new Rule("reactor.netty.", "Reactor Netty"),
            new Rule("io.netty.", "Reactor Netty"));

    /** Of a sample; empty for the threads of the JVM and of the harness. */
    static Optional<AllocationSite> of(RecordedEvent event) {
        var thread = event.getThread();
        if (thread == null || event.getStackTrace() == null || "main".equals(thread.getJavaName())) {
            return Optional.empty();
        }
        var frames = event.getStackTrace().getFrames().stream()
                .map(AllocationSite::name)
                .toList();
        return Optional.of(new AllocationSite(
                frames.get(0).startsWith(RandomizedAllocationCandidate.class.getName())
                        ? RANDOM_GARBAGE
                        : stage(frames),
                event.getClass("objectClass").getName().replaceFirst("\\+0x.*", "")));
    }

    /** The innermost frame of somebody who is known; operators between it and the object are told apart. */
    static String stage(List<String> frames) {
        var operators = false;
        for (var frame : frames) {
            if (frame.startsWith("reactor.core.")) {
                operators = true;
            }
            var rule = RULES.stream()
                    .filter(candidate -> frame.startsWith(candidate.prefix))
                    .findFirst();
            if (rule.isPresent()) {
                var stage = rule.get().stage;
                return operators && frame.startsWith(OWN) ? "operators between stages" : stage;
            }
        }
        return "others";
    }

    private static String name(RecordedFrame frame) {
        var method = frame.getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    String toLine(double bytesPerCall) {
        return PREFIX + stage + "\t" + type + "\t" + bytesPerCall;
    }

    /** A stage, a class, and its bytes for each call. */
    record SiteBytes(AllocationSite site, double perCall) {}

    static Stream<SiteBytes> parseAll(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(PREFIX))
                .map(line -> line.split("\t"))
                .map(parts -> new SiteBytes(new AllocationSite(parts[1], parts[2]), Double.parseDouble(parts[3])))
                .filter(bytes -> !bytes.site().stage().equals(RANDOM_GARBAGE));
    }
}
