package io.redial.benchmarks.codec;

import com.sun.management.ThreadMXBean;
import io.redial.benchmarks.signature.HashBaseline;
import io.redial.benchmarks.signature.SignatureBenchmark;
import io.redial.benchmarks.signature.SignedCall;
import io.redial.core.credentials.Credentials;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The benchmarks for a machine that others use too: rounds in turn in one thread, measured in that thread's own CPU time. Its
 * arguments name what is compared; the first is what the others are a ratio to.
 */
public final class InterleavedRounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 31;
    private static final int MAX_WARM_UP_ROUNDS = 60;
    private static final long ROUND_NANOS = 100_000_000;

    /** Keeps results alive, so that nothing is optimised away. */
    @SuppressWarnings("UnusedVariable")
    private static volatile @Nullable Object result;

    private InterleavedRounds() {}

    private record Cost(double nanos, double bytes) {}

    /** Prints a line for each. */
    public static void main(String... names) throws Exception {
        var all = operations();
        var operations = Stream.of(names).map(all::get).toList();
        var times = warmedUp(operations);
        var costs = new Cost[names.length][ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            for (var i = 0; i < names.length; i++) {
                costs[i][round] = cost(operations.get(i), times[i]);
            }
        }
        for (var i = 0; i < names.length; i++) {
            var ratios = new double[ROUNDS];
            for (var round = 0; round < ROUNDS; round++) {
                ratios[round] = costs[i][round].nanos / costs[0][round].nanos;
            }
            Arrays.sort(ratios);
            System.out.printf(
                    "%-14s %9.0f ns %7.0f B   %.2f (%.2f to %.2f)%n",
                    names[i],
                    median(costs[i], Cost::nanos),
                    median(costs[i], Cost::bytes),
                    ratios[ROUNDS / 2],
                    ratios[ROUNDS / 10],
                    ratios[ROUNDS - 1 - ROUNDS / 10]);
        }
    }

    private static Map<String, Callable<?>> operations() {
        var operations = new LinkedHashMap<String, Callable<?>>();
        var signature = new SignatureBenchmark();
        var call = new SignedCall();
        var hashes = new HashBaseline();
        operations.put("hashes", () -> signature.hashes(call, hashes));
        operations.put("tc3", () -> signature.tc3(call));
        var encode = new EncodeBenchmark();
        var upgrade = new EncodeState();
        operations.put("bytes", () -> encode.bytes(upgrade));
        operations.put("encode", () -> encode.models(upgrade));
        operations.put("encode-bind2", () -> encode.databind2(upgrade));
        operations.put("encode-bind3", () -> encode.databind3(upgrade));
        var keys = Credentials.of("AKIDEXAMPLE", "secret");
        var time = Instant.parse("2026-11-21T12:00:00Z");
        var client = new DecodeState();
        operations.put("call", () -> client.protocol.encode(upgrade.request, client.endpoint, keys, time));
        var decode = new DecodeBenchmark();
        for (var rows : List.of(1, 20)) {
            var received = new DecodeState();
            received.rows = rows;
            received.setUp();
            operations.put("tokens-" + rows, () -> received.tokenSum());
            operations.put("decode-" + rows, () -> decode.models(received));
            operations.put("bind2-" + rows, () -> decode.databind2(received));
            operations.put("bind3-" + rows, () -> decode.databind3(received));
        }
        return operations;
    }

    /** Goes on until the compiler has nothing left to do, and gives how often each operation fits into a round. */
    private static int[] warmedUp(List<? extends Callable<?>> operations) throws Exception {
        var compiler = ManagementFactory.getCompilationMXBean();
        var times = new int[operations.size()];
        Arrays.fill(times, 1000);
        var quiet = 0;
        for (var round = 0; round < MAX_WARM_UP_ROUNDS && quiet < 3; round++) {
            var before = compiler.getTotalCompilationTime();
            for (var i = 0; i < times.length; i++) {
                for (var j = 0; j < 5; j++) {
                    times[i] = (int) Math.max(100, ROUND_NANOS / cost(operations.get(i), times[i]).nanos);
                }
            }
            quiet = compiler.getTotalCompilationTime() == before ? quiet + 1 : 0;
        }
        return times;
    }

    private static Cost cost(Callable<?> operation, int times) throws Exception {
        var bytes = THREADS.getCurrentThreadAllocatedBytes();
        var nanos = THREADS.getCurrentThreadCpuTime();
        for (var i = 0; i < times; i++) {
            result = operation.call();
        }
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - nanos) / (double) times,
                (THREADS.getCurrentThreadAllocatedBytes() - bytes) / (double) times);
    }

    private static double median(Cost[] costs, ToDoubleFunction<Cost> part) {
        return Arrays.stream(costs).mapToDouble(part).sorted().toArray()[ROUNDS / 2];
    }
}
