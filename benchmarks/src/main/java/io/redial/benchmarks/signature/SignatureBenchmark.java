package io.redial.benchmarks.signature;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The signature of a call by TC3-HMAC-SHA256. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SignatureBenchmark {

    /** The two hashes and the MAC alone. */
    @Benchmark
    public byte[] hashes(SignedCall call, HashBaseline hashes) throws GeneralSecurityException {
        return hashes.compute(call.payload);
    }

    /** The value of the header {@code Authorization}. */
    @Benchmark
    public String tc3(SignedCall call) {
        return call.authorization();
    }
}
