package io.redial.reactive;

import io.redial.tencent.redis.DescribeInstancesResponse;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a call costs apart from the network. It stands in this package because connections are nobody else's business. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PipelineBenchmark {

    /** Everything: retries armed, a quota with room, signature, decoding, deadlines. */
    @Benchmark
    public void fullPipeline(PipelineState state, Blackhole sink) {
        state.fullClient.call(state.request).subscribe(sink::consume);
    }

    /** The same with the quota switched off. */
    @Benchmark
    public void withoutRateLimit(PipelineState state, Blackhole sink) {
        state.unlimitedClient.call(state.request).subscribe(sink::consume);
    }

    /** The signature and the decoding, without a pipeline. */
    @Benchmark
    public DescribeInstancesResponse codecOnly(PipelineState state) {
        return state.codecOnly();
    }
}
