package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tencentcloudapi.common.Sign;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/** A client that can be told to get things wrong. It hashes with the vendor's code. */
final class Api3TestClient {
    static final Api API = Catalog.tencentRedis();
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final CloudEmulator emulator;
    private final LongSupplier millis;

    Api3TestClient(CloudEmulator emulator, LongSupplier millis) {
        this.emulator = emulator;
        this.millis = millis;
    }

    /** The member Response of the answer. */
    JsonNode call(String action, String body) {
        return request(action).body(body).send();
    }

    /** The error code of the answer, or an empty text. */
    String errorCode(String action, String body) {
        return errorCode(call(action, body));
    }

    static String errorCode(JsonNode response) {
        return response.path("Error").path("Code").asText();
    }

    Request request(String action) {
        return new Request(action);
    }

    /** A good request, whose parts can be changed before it is signed or after. */
    final class Request {
        private final Map<String, String> headers = new TreeMap<>();
        private final Map<String, String> afterSigning = new LinkedHashMap<>();
        private String method = "POST";
        private String path = "/";
        private String query = "";
        private byte[] body = {'{', '}'};
        private String secretId = emulator.secretId();
        private String secretKey = emulator.secretKey();
        private String service = "redis";
        private String host = emulator.endpoint().getAuthority();
        private long timestamp = Math.floorDiv(millis.getAsLong(), 1000L);

        private Request(String action) {
            headers.put("x-tc-action", action);
            headers.put("x-tc-version", "2018-04-12");
            headers.put("x-tc-region", "ap-guangzhou");
            headers.put("content-type", "application/json; charset=utf-8");
        }

        Request method(String name) {
            method = name;
            return this;
        }

        Request path(String text) {
            path = text;
            return this;
        }

        Request get(String text) {
            method = "GET";
            query = text;
            body = new byte[0];
            headers.put("content-type", "application/x-www-form-urlencoded");
            return this;
        }

        Request multipart(String boundary, String text) {
            headers.put("content-type", "multipart/form-data; boundary=" + boundary);
            return body(text);
        }

        Request body(String text) {
            return body(text.getBytes(StandardCharsets.UTF_8));
        }

        Request body(byte[] bytes) {
            body = bytes;
            return this;
        }

        Request header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Request without(String name) {
            headers.remove(name);
            return this;
        }

        /** Set after signing; null takes the header away. */
        Request afterSigning(String name, String value) {
            afterSigning.put(name, value);
            return this;
        }

        Request credentials(String id, String secret) {
            secretId = id;
            secretKey = secret;
            return this;
        }

        /** The host that the request is sent to; the client over HTTP does not let it be chosen. */
        Request host(String name) {
            host = name;
            return this;
        }

        Request service(String name) {
            service = name;
            return this;
        }

        Request shiftTimestamp(long seconds) {
            timestamp += seconds;
            return this;
        }

        JsonNode send() {
            return read(exchange().body().getBytes(StandardCharsets.UTF_8));
        }

        /** The same over a connection that is not used again. */
        JsonNode sendOnNewConnection() throws IOException {
            return read(RawConnection.exchange(emulator, wireBytes()).body().getBytes(StandardCharsets.UTF_8));
        }

        /** Whatever a test is about: an error has a code that the document lists for the action, or for all. */
        private JsonNode assertDocumented(JsonNode response) {
            assertThat(response.path("RequestId").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            if (response.has("Error")) {
                var code = errorCode(response);
                var spec = API.action(headers.getOrDefault("x-tc-action", ""));
                assertThat(API.error(code))
                        .as(code)
                        .hasValueSatisfying(error -> assertThat(error.common()
                                        || spec.orElseThrow().errors().contains(code))
                                .as(code)
                                .isTrue());
            }
            return response;
        }

        /** The answer without a socket. */
        Mono<JsonNode> exchangeInProcess() {
            sign();
            var lookup = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            lookup.put("host", host);
            lookup.putAll(headers);
            return emulator.exchange(method, path, query, lookup::get, body).map(this::read);
        }

        private JsonNode read(byte[] answer) {
            try {
                return assertDocumented(MAPPER.readTree(answer).path("Response"));
            } catch (IOException e) {
                throw new AssertionError("the answer is not JSON", e);
            }
        }

        private void sign() {
            headers.put("x-tc-timestamp", Long.toString(timestamp));
            headers.put("authorization", authorization());
            headers.putAll(afterSigning);
            headers.values().removeIf(String::isEmpty);
        }

        /** The request as it goes onto the wire; the connection is to be closed after it. */
        byte[] wireBytes() {
            sign();
            var text = new StringBuilder(method + " " + path + (query.isEmpty() ? "" : "?" + query) + " HTTP/1.1\r\n");
            text.append("host: ").append(host);
            text.append("\r\nconnection: close\r\ncontent-length: ").append(body.length);
            headers.forEach((name, value) ->
                    text.append("\r\n").append(name).append(": ").append(value));
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(text.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(body);
            return bytes.toByteArray();
        }

        HttpResponse<String> exchange() {
            sign();
            var uri = URI.create(emulator.endpoint() + path + (query.isEmpty() ? "" : "?" + query));
            var request = HttpRequest.newBuilder(uri)
                    .version(HttpClient.Version.HTTP_1_1)
                    .method(
                            method,
                            body.length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            try {
                return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException("no answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }

        private String authorization() {
            var date = LocalDate.ofInstant(Instant.ofEpochSecond(timestamp), ZoneOffset.UTC)
                    .toString();
            try {
                var canonical = method + "\n" + path + "\n" + query + "\ncontent-type:" + headers.get("content-type")
                        + "\nhost:" + host + "\n\ncontent-type;host\n" + Sign.sha256Hex(body);
                var scope = date + "/" + service + "/tc3_request";
                var toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + Sign.sha256Hex(canonical);
                var key = Sign.hmac256(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), date);
                key = Sign.hmac256(Sign.hmac256(key, service), "tc3_request");
                var signature = HexFormat.of().formatHex(Sign.hmac256(key, toSign));
                return "TC3-HMAC-SHA256 Credential=" + secretId + "/" + scope
                        + ", SignedHeaders=content-type;host, Signature=" + signature;
            } catch (TencentCloudSDKException e) {
                throw new AssertionError(e);
            }
        }
    }
}
