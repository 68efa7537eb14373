package io.redial.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the error codes. Where a service numbers its errors, a refusal carries a common code, the one that {@code under}
 * names, and after a dot the error's name or its number.
 */
final class ErrorReader {
    private final Map<String, ErrorSpec> errors = new LinkedHashMap<>();

    List<ErrorSpec> read(YamlNode node) {
        var scopes = node.members(ApiReader.keys("common", "service", "under"));
        scopes.required("common").members().forEach((code, doc) -> add(doc, plain(code, true, doc.text())));
        var under = scopes.optional("under");
        if (under != null && !errors.containsKey(under.text())) {
            throw under.error("unknown error code '" + under.text() + "'");
        }
        scopes.required("service")
                .members()
                .forEach((code, doc) ->
                        add(doc, under == null ? plain(code, false, doc.text()) : numbered(code, under.text(), doc)));
        return new ArrayList<>(errors.values());
    }

    private void add(YamlNode node, ErrorSpec error) {
        if (errors.put(error.code(), error) != null) {
            throw node.error("duplicate error code '" + error.code() + "'");
        }
    }

    private static ErrorSpec plain(String code, boolean common, String doc) {
        return new ErrorSpec(code, null, common, List.of(code), doc);
    }

    private static ErrorSpec numbered(String name, String under, YamlNode node) {
        var members = node.members(ApiReader.keys("number", "doc"));
        var number = members.count("number");
        return new ErrorSpec(
                name, number, false, List.of(under + "." + name, under + "." + number), members.text("doc"));
    }
}
