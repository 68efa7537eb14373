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
import java.io.IOException;
import java.net.URI;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An answer as it was received, and what reads it. */
@State(Scope.Benchmark)
public class DecodeState {
    final Protocol protocol = TencentProtocol.forService("redis");
    final Target endpoint = new Target(URI.create("https://redis.intl.tencentcloudapi.com"), "ap-guangzhou");
    final JsonFactory tokens = new JsonFactory();

    final ObjectReader databind2 = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(DatabindResponse.class);

    final tools.jackson.databind.ObjectReader databind3 = tools.jackson.databind.json.JsonMapper.builder()
            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(DatabindResponse.class);

    byte[] body = {};
    HttpAnswer response = newResponse();

    /** How many rows the answer has. */
    @Param({"1", "20"})
    public int rows = 20;

    /** Makes the answer. */
    @Setup
    public void setUp() {
        body = DescribeInstancesJson.of(rows);
        response = newResponse();
    }

    /** Goes over all tokens and takes every name and value; something is made of each, so that none can be left out. */
    int tokenSum() throws IOException {
        var sum = 0;
        try (var json = tokens.createParser(body)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                sum += switch (token) {
                    case FIELD_NAME -> json.currentName().length();
                    case VALUE_STRING -> json.getText().length();
                    case VALUE_NUMBER_INT -> (int) json.getLongValue();
                    case VALUE_NUMBER_FLOAT -> (int) json.getDoubleValue();
                    default -> 1;
                };
            }
        }
        return sum;
    }

    private HttpAnswer newResponse() {
        return new HttpAnswer(200, "application/json", null, body);
    }
}
