package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the slow log of an instance is delivered to. */
class LogDeliveryActionsTest {
    private final EmulatorFixture fixture = new EmulatorFixture();
    private final String id = fixture.inspector.oldestInstances(2).get(0);
    private final String other = fixture.inspector.oldestInstances(2).get(1);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void delivery_isOffByDefault() {
        var delivery = delivery(id);
        assertThat(delivery.path("Enabled").booleanValue()).isFalse();
        assertThat(delivery.path("LogsetId").asText()).isEmpty();
    }

    @Test
    void delivery_goesToTheRequestedTopic() {
        modify(id, "'Enabled':true,'LogsetId':'set-1','TopicId':'topic-1','LogRegion':'ap-beijing'");
        var delivery = delivery(id);
        assertThat(delivery.path("Enabled").booleanValue()).isTrue();
        assertThat(delivery.path("LogsetId").asText()).isEqualTo("set-1");
        assertThat(delivery.path("TopicId").asText()).isEqualTo("topic-1");
        assertThat(delivery.path("LogRegion").asText()).isEqualTo("ap-beijing");
        modify(id, "'Enabled':false");
        assertThat(delivery(id).path("Enabled").booleanValue()).isFalse();
        assertThat(delivery(id).path("LogsetId").asText()).isEqualTo("set-1");
    }

    @Test
    void sameNames_resolveToTheSameIds() {
        var names = "'Enabled':true,'LogsetName':'logs','TopicName':'slow','CreateIndex':true,'Period':7";
        modify(id, names);
        modify(other, names);
        assertThat(delivery(id)).isEqualTo(delivery(other));
        assertThat(delivery(id).path("LogRegion").asText()).isEqualTo("ap-guangzhou");
        assertThat(delivery(id).path("LogsetId").asText()).matches("[0-9a-f-]{36}");
        modify(other, names.replace("logs", "others"));
        assertThat(delivery(id).path("LogsetId")).isNotEqualTo(delivery(other).path("LogsetId"));
        assertThat(delivery(id).path("TopicId")).isNotEqualTo(delivery(other).path("TopicId"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'LogType':'slowlog','Enabled':true,'TopicName':'slow' | InvalidParameter.InvalidParameter",
                "'LogType':'slowlog','Enabled':true,'LogsetId':'','TopicId':'topic-1' | InvalidParameter.InvalidParameter",
                "'LogType':'slowlog','Enabled':true,'LogsetId':'set-1' | InvalidParameter.InvalidParameter",
                "'LogType':'audit','Enabled':false | InvalidParameterValue",
                "'LogType':'slowlog','Enabled':false,'Period':3601 | InvalidParameterValue",
            })
    void invalidDelivery_isRejected(String request, String code) {
        assertThat(fixture.errorCode("ModifyInstanceLogDelivery", "{'InstanceId':'%s',%s}", id, request))
                .isEqualTo(code);
        assertThat(delivery(id).path("Enabled").booleanValue()).isFalse();
    }

    @Test
    void tooLongName_isRejected() {
        var name = "x".repeat(256);
        assertThat(fixture.errorCode(
                        "ModifyInstanceLogDelivery",
                        "{'InstanceId':'%s','LogType':'slowlog','Enabled':true,'LogsetId':'%s','TopicId':'t'}",
                        id,
                        name))
                .isEqualTo("InvalidParameter.InvalidParameter");
    }

    @Test
    void unknownInstance_isNotFound() {
        assertThat(fixture.errorCode("DescribeInstanceLogDelivery", "{'InstanceId':'crs-00000000'}"))
                .isEqualTo("ResourceNotFound.InstanceNotExists");
    }

    private void modify(String instance, String change) {
        fixture.call("ModifyInstanceLogDelivery", "{'InstanceId':'%s','LogType':'slowlog',%s}", instance, change);
    }

    private JsonNode delivery(String instance) {
        return fixture.call("DescribeInstanceLogDelivery", "{'InstanceId':'%s'}", instance)
                .path("SlowLog");
    }
}
