package io.redial.benchmarks.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.redial.core.wire.WireWriter;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** UpgradeInstance, from the request to the bytes of its body. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EncodeBenchmark {

    /** The bytes themselves, copied. */
    @Benchmark
    public byte[] bytes(EncodeState upgrade) {
        return upgrade.bytes.clone();
    }

    /** Redial. */
    @Benchmark
    public byte[] models(EncodeState upgrade) {
        return WireWriter.bytes(upgrade.request, UpgradeInstanceRequest.ACTION.request());
    }

    /** Databind of Jackson 2. */
    @Benchmark
    public byte[] databind2(EncodeState upgrade) throws JsonProcessingException {
        return upgrade.databind2.writeValueAsBytes(upgrade.parameters);
    }

    /** Databind of Jackson 3. */
    @Benchmark
    public byte[] databind3(EncodeState upgrade) {
        return upgrade.databind3.writeValueAsBytes(upgrade.parameters);
    }
}
