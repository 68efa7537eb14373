package io.redial.benchmarks.codec;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redial.core.wire.WireWriter;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A request to be sent, and what writes it. */
@State(Scope.Benchmark)
public class EncodeState {
    final UpgradeInstanceRequest request = UpgradeInstanceRequest.of("crs-5qlr9xyz", 4096);
    final Parameters parameters = new Parameters("crs-5qlr9xyz", 4096);
    final byte[] bytes = WireWriter.bytes(request, UpgradeInstanceRequest.ACTION.request());

    final ObjectWriter databind2 = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .build()
            .writerFor(Parameters.class);

    final tools.jackson.databind.ObjectWriter databind3 = tools.jackson.databind.json.JsonMapper.builder()
            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .build()
            .writerFor(Parameters.class);

    /** The request as somebody would write it down for databind. */
    record Parameters(String instanceId, long memSize) {}
}
