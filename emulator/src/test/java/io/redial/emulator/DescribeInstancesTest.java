package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeInstancesTest {
    private static final EmulatorClock CLOCK = EmulatorClock.system();

    private static CloudEmulator emulator;
    private static Api3TestClient client;
    private static List<JsonNode> all;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .instances(1050)
                .quotaMode(QuotaMode.OFF)
                .build());
        client = new Api3TestClient(emulator, CLOCK::millis);
        all = new ArrayList<>();
        all.addAll(rows(client.call("DescribeInstances", "{\"Limit\":1000}")));
        all.addAll(rows(client.call("DescribeInstances", "{\"Limit\":1000,\"Offset\":1000}")));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void pages_containEveryInstanceOnce() {
        assertThat(all).hasSize(1050);
        assertThat(ids(all)).doesNotHaveDuplicates().allMatch(id -> id.matches("crs-[a-z0-9]{8}"));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("{}", 0, 20),
                Arguments.of("{\"Limit\":7}", 0, 7),
                Arguments.of("{\"Limit\":7,\"Offset\":14}", 14, 21),
                Arguments.of("{\"Offset\":1040}", 1040, 1050),
                Arguments.of("{\"Offset\":1050}", 1050, 1050),
                Arguments.of("{\"Offset\":9223372036854775807}", 1050, 1050));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_isASliceOfTheList(String body, int from, int to) {
        var response = client.call("DescribeInstances", body);
        assertThat(response.path("TotalCount").intValue()).isEqualTo(1050);
        assertThat(ids(rows(response))).isEqualTo(ids(all.subList(from, to)));
    }

    static Stream<Arguments> filters() {
        var one = all.get(3);
        return Stream.of(
                filter("\"InstanceId\":" + one.path("InstanceId"), "InstanceId", one.path("InstanceId")::equals),
                filter("\"InstanceId\":\"crs-nothing\"", "InstanceId", value -> false),
                filter(
                        "\"InstanceIds\":[" + one.path("InstanceId") + ","
                                + all.get(9).path("InstanceId") + "]",
                        "InstanceId",
                        value -> value.equals(one.path("InstanceId"))
                                || value.equals(all.get(9).path("InstanceId"))),
                filter(
                        "\"InstanceName\":" + one.path("InstanceName"),
                        "InstanceName",
                        one.path("InstanceName")::equals),
                filter(
                        "\"SearchKey\":\"CART-\"",
                        "InstanceName",
                        value -> value.asText().startsWith("cart-")),
                filter(
                        "\"SearchKeys\":[\"cart\",\"feed\"]",
                        "InstanceName",
                        value -> value.asText().matches("(cart|feed).*")),
                filter("\"SearchKeys\":[" + one.path("WanIp") + "]", "WanIp", one.path("WanIp")::equals),
                filter("\"Status\":[2]", "Status", value -> true),
                filter("\"Status\":[1,-2]", "Status", value -> false),
                filter("\"Status\":[]", "Status", value -> true),
                filter("\"Type\":16", "Type", value -> value.intValue() == 16),
                filter(
                        "\"TypeVersion\":3",
                        "ProductType",
                        value -> value.asText().equals("cluster")),
                filter(
                        "\"EngineName\":\"Redis-6.0\"",
                        "CurrentRedisVersion",
                        value -> value.asText().startsWith("6")),
                filter("\"AzMode\":\"multiaz\"", "NodeSet", value -> value.size() > 1),
                filter("\"ProjectIds\":[0,2]", "ProjectId", value -> value.intValue() != 1),
                filter("\"UniqVpcIds\":[" + one.path("UniqVpcId") + "]", "UniqVpcId", one.path("UniqVpcId")::equals),
                filter(
                        "\"InstanceTags\":[{\"TagKey\":\"env\",\"TagValue\":\"test\"}]",
                        "InstanceTags",
                        value -> value.path(0).path("TagValue").asText().equals("test")),
                filter("\"TagKeys\":[\"team\"]", "InstanceTags", value -> false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void filter_keepsMatchingInstances(String filter, String field, Predicate<JsonNode> fits) {
        var response = client.call("DescribeInstances", "{\"Limit\":1000," + filter + "}");
        var expected = all.stream().filter(row -> fits.test(row.path(field))).toList();
        assertThat(response.path("TotalCount").intValue())
                .as(response.toString())
                .isEqualTo(expected.size());
        assertThat(rows(response)).isEqualTo(expected.subList(0, Math.min(1000, expected.size())));
    }

    static Stream<Arguments> orders() {
        Function<JsonNode, String> created = row -> row.path("Createtime").asText();
        Function<JsonNode, String> name = row -> row.path("InstanceName").asText();
        Function<JsonNode, String> type =
                row -> "%03d".formatted(row.path("Type").intValue());
        return Stream.of(
                Arguments.of("{\"Limit\":1000}", Comparator.comparing(created).reversed()),
                Arguments.of("{\"Limit\":1000,\"OrderType\":0}", Comparator.comparing(created)),
                Arguments.of(
                        "{\"Limit\":1000,\"OrderBy\":\"instancename\",\"OrderType\":0}", Comparator.comparing(name)),
                Arguments.of(
                        "{\"Limit\":1000,\"OrderBy\":\"type\",\"OrderType\":1}",
                        Comparator.comparing(type).reversed()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void rows_areSorted(String body, Comparator<JsonNode> order) {
        assertThat(rows(client.call("DescribeInstances", body))).isSortedAccordingTo(order);
    }

    @Test
    void row_hasEveryDocumentedField() {
        var fields = Api3TestClient.API.type("InstanceSet").orElseThrow().fields();
        all.forEach(row -> DocumentedFieldsAssert.assertComplete(fields, row, "InstanceSet"));
    }

    @Test
    void otherRegions_areEmpty() {
        var response = client.request("DescribeInstances")
                .header("x-tc-region", "eu-frankfurt")
                .send();
        assertThat(response.path("TotalCount").intValue()).isZero();
        assertThat(response.path("InstanceSet")).isEmpty();
    }

    @Test
    void seed_determinesTheInstances() {
        var same = EmulatorOptions.builder().instances(50).seed(7).build();
        var other = EmulatorOptions.builder().instances(50).seed(8).build();
        assertThat(listed(same)).isEqualTo(listed(same)).doesNotContainAnyElementsOf(listed(other));
    }

    @Test
    void configuredRegion_hasTheInstances() {
        var options = EmulatorOptions.builder().region("ap-tokyo").instances(5).build();
        try (var tokyo = CloudEmulator.start(options)) {
            var response = new Api3TestClient(tokyo, CLOCK::millis)
                    .request("DescribeInstances")
                    .header("x-tc-region", "ap-tokyo")
                    .send();
            assertThat(rows(response)).hasSize(5).allSatisfy(row -> {
                assertThat(row.path("Region").asText()).isEqualTo("ap-tokyo");
                assertThat(row.path("RegionId").intValue()).isEqualTo(25);
            });
        }
    }

    private static List<JsonNode> listed(EmulatorOptions options) {
        try (var cloud = CloudEmulator.start(options)) {
            return rows(new Api3TestClient(cloud, CLOCK::millis).call("DescribeInstances", "{\"Limit\":1000}"));
        }
    }

    private static List<JsonNode> rows(JsonNode response) {
        var rows = new ArrayList<JsonNode>();
        response.path("InstanceSet").forEach(rows::add);
        return rows;
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("InstanceId").asText()).toList();
    }

    private static Arguments filter(String filter, String field, Predicate<JsonNode> fits) {
        return Arguments.of(filter, field, fits);
    }
}
