package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameter templates are made, copied, changed, listed and deleted; none of it takes time. */
class TemplateActionsTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(1)
            .quotaMode(QuotaMode.OFF)
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void template_showsAllParametersOfItsType() {
        var id = create(
                "'Name':'mine','Description':'for carts','ProductType':2,'ParamList':[{'Key':'timeout','Value':'120'}]");
        assertThat(id).matches("crs-cfg-[a-z0-9]{8}");
        var info = info(id);
        assertThat(info.path("TotalCount").intValue()).isEqualTo(14);
        assertThat(info.path("Items")).hasSize(14);
        assertThat(info.path("Name").asText()).isEqualTo("mine");
        assertThat(info.path("Description").asText()).isEqualTo("for carts");
        assertThat(info.path("ProductType").intValue()).isEqualTo(2);
        assertThat(value(id, "timeout")).isEqualTo("120");
        assertThat(value(id, "hz")).isEqualTo("10");
    }

    @Test
    void copy_isIndependentOfItsSource() {
        var source = create("'Name':'mine','ProductType':6,'ParamList':[{'Key':'timeout','Value':'120'}]");
        var copy = create("'Name':'copy','TemplateId':'" + source + "','ParamList':[{'Key':'hz','Value':'20'}]");
        assertThat(info(copy).path("ProductType").intValue()).isEqualTo(6);
        assertThat(info(copy).path("Description").asText()).isEmpty();
        assertThat(value(copy, "timeout")).isEqualTo("120");
        assertThat(value(copy, "hz")).isEqualTo("20");
        assertThat(value(source, "hz")).isEqualTo("10");
        var older = create("'Name':'older','ProductType':2,'TemplateId':'" + source + "'");
        assertThat(info(older).path("ProductType").intValue()).isEqualTo(2);
        assertThat(value(older, "timeout")).isEqualTo("120");
    }

    @Test
    void change_keepsUnnamedFields() {
        var id = create(
                "'Name':'mine','Description':'for carts','ProductType':6,'ParamList':[{'Key':'timeout','Value':'120'}]");
        var answer = call("ModifyParamTemplate", "'TemplateId':'" + id + "','ParamList':[{'Key':'hz','Value':'20'}]");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action("ModifyParamTemplate").orElseThrow().output(), answer, "ModifyParamTemplate");
        assertThat(value(id, "hz")).isEqualTo("20");
        assertThat(value(id, "timeout")).isEqualTo("120");
        assertThat(info(id).path("Name").asText()).isEqualTo("mine");
        call("ModifyParamTemplate", "'TemplateId':'" + id + "','Name':'ours','Description':'for all'");
        assertThat(info(id).path("Name").asText()).isEqualTo("ours");
        assertThat(info(id).path("Description").asText()).isEqualTo("for all");
        assertThat(value(id, "hz")).isEqualTo("20");
    }

    @Test
    void templates_areFiltered() {
        assertThat(list("").path("TotalCount").asInt(-1)).isZero();
        var first = create("'Name':'first','ProductType':6");
        var second = create("'Name':'second','ProductType':18");
        assertIds(list(""), first, second);
        assertIds(list("'ProductTypes':[18,7]"), second);
        assertIds(list("'TemplateNames':['first','third']"), first);
        assertIds(list("'TemplateIds':['" + second + "']"), second);
        assertIds(list("'TemplateIds':['" + second + "'],'ProductTypes':[6]"));
        call("DeleteParamTemplate", "'TemplateId':'" + first + "'");
        assertIds(list(""), second);
    }

    @Test
    void templates_belongToTheirRegion() {
        create("'Name':'first','ProductType':6");
        var elsewhere = client.request("DescribeParamTemplates")
                .header("x-tc-region", "ap-tokyo")
                .send();
        assertThat(elsewhere.path("TotalCount").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "DescribeParamTemplateInfo;'TemplateId':'crs-cfg-nothing1';InvalidParameter",
                "DeleteParamTemplate;'TemplateId':'crs-cfg-nothing1';ResourceNotFound",
                "ModifyParamTemplate;'TemplateId':'crs-cfg-nothing1';ResourceNotFound",
                "CreateParamTemplate;'Name':'a','TemplateId':'crs-cfg-nothing1';ResourceNotFound",
                "CreateParamTemplate;'Name':'a';MissingParameter",
                "CreateParamTemplate;'ProductType':6;MissingParameter",
                "CreateParamTemplate;'Name':'a','ProductType':5;InvalidParameterValue",
                "CreateParamTemplate;'Name':'a','ProductType':6,'ParamList':[{'Key':'a','Value':'b'}];InvalidParameterValue",
                "CreateParamTemplate;'Name':'a','ProductType':6,'ParamList':[{'Key':'hz','Value':'0'}];InvalidParameterValue",
                "CreateParamTemplate;'Name':'a','ProductType':6,'ParamList':[{'Key':'hz'}];MissingParameter",
                "CreateParamTemplate;'Name':'a','ProductType':2,'ParamList':[{'Key':'replica-lazy-flush','Value':'no'}];"
                        + "InvalidParameterValue",
                "ModifyParamTemplate;'TemplateId':'?','ParamList':[{'Key':'hz','Value':'501'}];InvalidParameterValue",
                "ModifyParamTemplate;'TemplateId':'?','ParamList':[{'Key':'hz','Value':'500'}];~~",
            })
    void invalidRequest_isRejected(String action, String members, String code) {
        var id = create("'Name':'mine','ProductType':6");
        assertThat(Api3TestClient.errorCode(call(action, members.replace("?", id))))
                .isEqualTo(code);
    }

    @Test
    void textLength_isLimited() {
        assertThat(Api3TestClient.errorCode(
                        call("CreateParamTemplate", "'Name':'" + "a".repeat(1025) + "','ProductType':6")))
                .isEqualTo("InvalidParameterValue");
        assertThat(Api3TestClient.errorCode(
                        call("CreateParamTemplate", "'Name':'" + "a".repeat(1024) + "','ProductType':6")))
                .isEmpty();
    }

    private static void assertIds(JsonNode list, String... ids) {
        assertThat(list.path("TotalCount").asInt(-1)).isEqualTo(ids.length);
        assertThat(list.path("Items").findValuesAsText("TemplateId")).containsExactly(ids);
    }

    private String value(String id, String name) {
        for (var row : info(id).path("Items")) {
            if (row.path("Name").asText().equals(name)) {
                return row.path("CurrentValue").asText();
            }
        }
        throw new AssertionError("there is no parameter " + name);
    }

    private String create(String members) {
        return call("CreateParamTemplate", members).path("TemplateId").asText();
    }

    private JsonNode list(String members) {
        return complete("DescribeParamTemplates", members);
    }

    private JsonNode info(String id) {
        return complete("DescribeParamTemplateInfo", "'TemplateId':'" + id + "'");
    }

    private JsonNode complete(String action, String members) {
        var answer = call(action, members);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action(action).orElseThrow().output(), answer, action);
        return answer;
    }

    private JsonNode call(String action, String members) {
        return client.call(action, ("{" + members + "}").replace('\'', '"'));
    }
}
