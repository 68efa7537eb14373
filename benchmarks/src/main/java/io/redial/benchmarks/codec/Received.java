package io.redial.benchmarks.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.Protocol;
import io.redial.core.protocol.Target;
import io.redial.core.protocol.TencentProtocol;
import java.net.URI;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An answer as it was received, and what reads it. */
@State(Scope.Benchmark)
public class Received {
    final Protocol protocol = TencentProtocol.forService("redis");
    final Target target = new Target(URI.create("https://redis.intl.tencentcloudapi.com"), "ap-guangzhou");
    final JsonFactory tokens = new JsonFactory();

    final ObjectReader databind2 = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Page.class);

    final tools.jackson.databind.ObjectReader databind3 = tools.jackson.databind.json.JsonMapper.builder()
            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Page.class);

    byte[] body = {};
    HttpAnswer answer = answer();

    /** How many rows the answer has. */
    @Param({"1", "20"})
    public int rows = 20;

    /** Makes the answer. */
    @Setup
    public void receive() {
        body = Answer.of(rows);
        answer = answer();
    }

    private HttpAnswer answer() {
        return new HttpAnswer(200, "application/json", null, body);
    }
}
