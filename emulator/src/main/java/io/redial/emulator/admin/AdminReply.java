package io.redial.emulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of the admin API. */
public final class AdminReply {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private AdminReply(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    static AdminReply json(JsonNode tree) {
        return json(200, tree);
    }

    static AdminReply json(int status, JsonNode tree) {
        try {
            return json(status, MAPPER.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static AdminReply json(int status, byte[] text) {
        return new AdminReply(status, "application/json", text, Map.of());
    }

    static AdminReply text(String contentType, String text) {
        return new AdminReply(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static AdminReply elsewhere(String path) {
        return new AdminReply(308, "text/plain", new byte[0], Map.of("Location", path));
    }

    static AdminReply error(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }

    AdminReply with(Map<String, String> more) {
        return new AdminReply(status, contentType, body, more);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The type of the body. */
    public String contentType() {
        return contentType;
    }

    /** The body, which must not be changed. */
    public byte[] body() {
        return body;
    }

    /** Further headers. */
    public Map<String, String> headers() {
        return headers;
    }
}
