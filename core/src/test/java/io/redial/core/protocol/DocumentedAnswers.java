package io.redial.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers in which the document of the older Tencent API breaks its own tables: what Redial gives back for them. */
final class DocumentedAnswers {
    static final Set<String> NAMES = Set.of("DescribeRedisZones 1", "DescribeRedis 1");

    /** The table spells them otherwise, and Redial writes what the table says. */
    private static final Map<String, String> SPELLINGS = Map.of("appid", "appId", "createTime", "createtime");

    /** Printed as text where the table says Int. */
    private static final List<String> NUMBERS =
            List.of("appId", "projectId", "regionId", "zoneId", "status", "port", "size", "sizeUsed", "typeId");

    private DocumentedAnswers() {}

    static JsonNode expected(String name, ObjectNode printed) {
        var expected = printed.deepCopy();
        switch (name) {
            case "DescribeRedisZones 1" -> mergeZones((ObjectNode) expected.get("data"));
            case "DescribeRedis 1" -> correct((ObjectNode) expected.at("/data/redisSet/0"));
            default -> {
                return expected;
            }
        }
        if (expected.equals(printed)) {
            throw new AssertionError(name + " is not an exception any more");
        }
        return expected;
    }

    /** Printed as a list of objects with one member each, where one object would do. */
    private static void mergeZones(ObjectNode data) {
        var zones = data.objectNode();
        data.get("zones").forEach(zone -> zones.setAll((ObjectNode) zone));
        data.set("zones", zones);
    }

    private static void correct(ObjectNode instance) {
        SPELLINGS.forEach(
                (printed, inTheTable) -> instance.set(inTheTable, present(instance.remove(printed), printed)));
        for (var field : NUMBERS) {
            var printed = present(instance.get(field), field);
            if (!(printed instanceof TextNode)) {
                throw new AssertionError(field + " is not printed as text any more: " + printed);
            }
            instance.set(field, IntNode.valueOf(Integer.parseInt(printed.asText())));
        }
    }

    private static JsonNode present(JsonNode node, String name) {
        if (node == null) {
            throw new AssertionError(name + " is not printed so any more");
        }
        return node;
    }
}
