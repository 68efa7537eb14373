package io.redial.emulator.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Writes trees as XML: a list is its elements one after the other, each under the name of the list. */
final class XmlBodyWriter {
    private XmlBodyWriter() {}

    static byte[] write(String root, JsonNode tree) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        element(root, tree, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(String name, JsonNode value, StringBuilder out) {
        if (value.isArray()) {
            value.forEach(item -> element(name, item, out));
            return;
        }
        out.append('<').append(name).append('>');
        if (value.isObject()) {
            value.properties().forEach(member -> element(member.getKey(), member.getValue(), out));
        } else {
            out.append(escaped(value.asText()));
        }
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
