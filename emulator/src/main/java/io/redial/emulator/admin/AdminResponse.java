package io.redial.emulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of the admin API. */
public final class AdminResponse {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private AdminResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    static AdminResponse json(JsonNode tree) {
        return json(200, tree);
    }

    static AdminResponse json(int status, JsonNode tree) {
        try {
            return json(status, MAPPER.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static AdminResponse json(int status, byte[] text) {
        return new AdminResponse(status, "application/json", text, Map.of());
    }

    static AdminResponse text(String contentType, String text) {
        return new AdminResponse(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static AdminResponse redirect(String path) {
        return new AdminResponse(308, "text/plain", new byte[0], Map.of("Location", path));
    }

    static AdminResponse error(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }

    AdminResponse withHeaders(Map<String, String> more) {
        return new AdminResponse(status, contentType, body, more);
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
