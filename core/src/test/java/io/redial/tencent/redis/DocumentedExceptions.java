package io.redial.tencent.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The examples in which the document breaks its own tables. For each: which field, and what Redial sends or gives back
 * instead of what is printed.
 */
final class DocumentedExceptions {

    /** Printed as text where the table says Integer, Boolean or a list of Integer. Redial sends what the table says. */
    private static final Map<String, Map<String, JsonNode>> TYPED_REQUEST_FIELDS = Map.of(
            "UpgradeVersionToMultiAvailabilityZones 1", Map.of("UpgradeProxyAndRedisServer", BooleanNode.TRUE),
            "CreateInstances 1", Map.of("NoAuth", BooleanNode.TRUE),
            "DescribeProjectSecurityGroups 1", Map.of("ProjectId", LongNode.valueOf(11954)),
            "DescribeRedisClusters 1", Map.of("Limit", LongNode.valueOf(100), "Offset", LongNode.valueOf(0)),
            "DescribeInstanceBackups 1",
                    Map.of("Status", numbers(2), "Limit", LongNode.valueOf(10), "Offset", LongNode.valueOf(0)),
            "DescribeInstanceMonitorBigKey 1", Map.of("ReqType", LongNode.valueOf(1)));

    /** Printed as text where the table says Integer. Redial reads both and keeps the number. */
    private static final Map<String, Map<String, JsonNode>> TYPED_RESPONSE_FIELDS = Map.of(
            "DestroyPostpaidInstance 1", Map.of("TaskId", LongNode.valueOf(6954227)),
            "ManualBackupInstance 1", Map.of("TaskId", LongNode.valueOf(6954227)),
            "RestoreInstance 1", Map.of("TaskId", LongNode.valueOf(6954227)),
            "UpgradeVersionToMultiAvailabilityZones 1", Map.of("FlowId", LongNode.valueOf(140171780)));

    /** Printed as null: an absent value is left out when it is written. */
    private static final Map<String, String> NULL_FIELDS = Map.of(
            "DescribeParamTemplateInfo 1", "EnumValue",
            "DescribeSecondLevelBackupInfo 1", "MissingTimestamps");

    /** Fields that release 43 of the API retired: the tables do not have them any more, the examples still do. */
    private static final Map<String, String> RETIRED_FIELDS = Map.of(
            "DescribeInstances 1", "SizeUsed",
            "DescribeProductInfo 1", "EnableRepicaReadOnly");

    static final BiFunction<String, ObjectNode, JsonNode> REQUESTS =
            (name, printed) -> typed(printed, TYPED_REQUEST_FIELDS.getOrDefault(name, Map.of()));

    static final BiFunction<String, ObjectNode, JsonNode> RESPONSES = (name, printed) -> {
        var expected = typed(withoutRetiredFields(name, printed), TYPED_RESPONSE_FIELDS.getOrDefault(name, Map.of()));
        var nullField = NULL_FIELDS.get(name);
        if (nullField != null) {
            removeEverywhere(expected, nullField, JsonNode::isNull);
        }
        return expected;
    };

    private DocumentedExceptions() {}

    static TreeSet<String> names() {
        var names = new TreeSet<String>();
        List.of(TYPED_REQUEST_FIELDS, TYPED_RESPONSE_FIELDS, NULL_FIELDS, RETIRED_FIELDS)
                .forEach(exceptions -> names.addAll(exceptions.keySet()));
        return names;
    }

    static ObjectNode withoutRetiredFields(String name, ObjectNode printed) {
        var copy = printed.deepCopy();
        var retired = RETIRED_FIELDS.get(name);
        if (retired != null) {
            removeEverywhere(copy, retired, value -> true);
        }
        return copy;
    }

    /** The same document with the given fields in their right types; each has to be there, as text. */
    private static ObjectNode typed(ObjectNode printed, Map<String, JsonNode> fields) {
        var copy = printed.deepCopy();
        fields.forEach((field, value) -> {
            var asPrinted = copy.get(field);
            if (!(asPrinted instanceof TextNode) && !(asPrinted instanceof ArrayNode)) {
                throw new AssertionError(field + " is not printed as text any more: " + asPrinted);
            }
            copy.set(field, value);
        });
        return copy;
    }

    private static void removeEverywhere(JsonNode node, String field, Predicate<JsonNode> which) {
        var holders = node.findParents(field).stream()
                .filter(holder -> which.test(holder.get(field)))
                .toList();
        if (holders.isEmpty()) {
            throw new AssertionError(field + " is not printed so any more");
        }
        holders.forEach(holder -> ((ObjectNode) holder).remove(field));
    }

    private static ArrayNode numbers(long... values) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var value : values) {
            array.add(value);
        }
        return array;
    }
}
