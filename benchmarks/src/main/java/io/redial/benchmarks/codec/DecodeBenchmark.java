package io.redial.benchmarks.codec;

import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeInstancesResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An answer to DescribeInstances, from its bytes to its models. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DecodeBenchmark {

    /** The floor: Jackson 2's parser goes over all tokens, and every name and value is taken. */
    @Benchmark
    public int tokens(DecodeState received) throws IOException {
        return received.tokenSum();
    }

    /** Redial: as a client does it. */
    @Benchmark
    public DescribeInstancesResponse models(DecodeState received) {
        return received.protocol.decode(DescribeInstancesRequest.ACTION, received.endpoint, received.response);
    }

    /** Databind of Jackson 2. */
    @Benchmark
    public Object databind2(DecodeState received) throws IOException {
        return received.databind2.readValue(received.body);
    }

    /** Databind of Jackson 3. */
    @Benchmark
    public Object databind3(DecodeState received) {
        return received.databind3.readValue(received.body);
    }
}
