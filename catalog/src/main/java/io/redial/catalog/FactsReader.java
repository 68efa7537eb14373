package io.redial.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@code api.yaml} says of an API as a whole. */
final class FactsReader {
    private static final Set<String> PROTOCOL_KEYS = ApiReader.keys(
            "clockToleranceSeconds", "maxGetBytes", "maxFormBytes", "maxBodyBytes", "requestId", "anyCase");

    private final YamlNode.Members api;

    FactsReader(YamlNode.Members api) {
        this.api = api;
    }

    Api.Java java() {
        var java = api.required("java").members(ApiReader.keys("package", "actions", "client"));
        if (!JavaNames.isPackage(java.text("package"))) {
            throw java.required("package").error("'" + java.text("package") + "' is no package in Java");
        }
        return new Api.Java(
                java.text("package"), className(java.required("actions")), className(java.required("client")));
    }

    private static String className(YamlNode node) {
        if (!JavaNames.isClassName(node.text())) {
            throw node.error("'" + node.text() + "' is no class name in Java");
        }
        return node.text();
    }

    Api.Protocol protocol() {
        var protocol = api.required("protocol").members(PROTOCOL_KEYS);
        return new Api.Protocol(
                protocol.count("clockToleranceSeconds"),
                protocol.countOrMax("maxGetBytes"),
                protocol.countOrMax("maxFormBytes"),
                protocol.countOrMax("maxBodyBytes"),
                protocol.textOrNull("requestId"),
                protocol.flag("anyCase"));
    }

    Api.@Nullable AssumedRate assumedRate() {
        var node = api.optional("rate");
        if (node == null) {
            return null;
        }
        var members = node.members(ApiReader.keys("assumed", "reason"));
        return new Api.AssumedRate(rate(members.required("assumed")), members.text("reason"));
    }

    List<RegionSpec> regions() {
        var regions = new ArrayList<RegionSpec>();
        var node = api.optional("regions");
        if (node != null) {
            node.members().forEach((id, region) -> {
                var members = region.members(ApiReader.keys("name", "endpoint", "financial"));
                regions.add(
                        new RegionSpec(id, members.text("name"), members.text("endpoint"), members.flag("financial")));
            });
        }
        return regions;
    }

    static Rate rate(YamlNode node) {
        try {
            return Rate.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }
}
