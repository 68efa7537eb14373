package io.redial.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.tencentcloudapi.common.Sign;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** A client that sends everything in a query or a form, and can be told to get it wrong. It signs with the vendor's code. */
final class FormTestClient {
    private final CloudEmulator emulator;
    private final LongSupplier millis;
    private final String path;
    private final AtomicLong nonce = new AtomicLong();

    FormTestClient(CloudEmulator emulator, LongSupplier millis, String path) {
        this.emulator = emulator;
        this.millis = millis;
        this.path = path;
    }

    /** A good request, whose parts can be changed before it is signed or after. */
    Request request(String action) {
        return new Request(action);
    }

    final class Request {
        private final TreeMap<String, String> values = new TreeMap<>();
        private final TreeMap<String, String> afterSigning = new TreeMap<>();
        private String method = "GET";
        private String host = emulator.endpoint().getAuthority();
        private String contentType = "application/x-www-form-urlencoded";
        private String secretKey = emulator.secretKey();

        private Request(String action) {
            values.put("Action", action);
            values.put("Region", "ap-guangzhou");
            values.put("Timestamp", Long.toString(Math.floorDiv(millis.getAsLong(), 1000L)));
            values.put("Nonce", Long.toString(nonce.incrementAndGet()));
            values.put("SecretId", emulator.secretId());
            values.put("SignatureMethod", "HmacSHA256");
        }

        Request with(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        Request with(Map<String, ?> more) {
            more.forEach(this::with);
            return this;
        }

        Request without(String name) {
            values.remove(name);
            return this;
        }

        /** Set after signing. */
        Request afterSigning(String name, String value) {
            afterSigning.put(name, value);
            return this;
        }

        Request shiftTimestamp(long seconds) {
            return with("Timestamp", Long.parseLong(values.get("Timestamp")) + seconds);
        }

        Request post() {
            method = "POST";
            return this;
        }

        Request contentType(String contentType) {
            contentType = contentType;
            return this;
        }

        Request host(String name) {
            host = name;
            return this;
        }

        Request withSecretKey(String secret) {
            secretKey = secret;
            return this;
        }

        /** The answer, without a socket. */
        JsonNode send() {
            var form = form();
            var isPost = method.equals("POST");
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(Map.of("host", host, "content-type", contentType));
            var body = (isPost ? form : "").getBytes(StandardCharsets.UTF_8);
            try {
                return Api3TestClient.MAPPER.readTree(
                        emulator.exchange(method, path, isPost ? "" : form, headers::get, body)
                                .block());
            } catch (IOException e) {
                throw new AssertionError("the answer is not JSON", e);
            }
        }

        private String form() {
            try {
                var algorithm = "HmacSHA256".equals(values.get("SignatureMethod")) ? "HmacSHA256" : "HmacSHA1";
                var text = Sign.makeSignPlainText(values, method, host, path);
                values.put("Signature", Sign.sign(secretKey, text, algorithm));
            } catch (TencentCloudSDKException e) {
                throw new AssertionError(e);
            }
            values.putAll(afterSigning);
            return values.entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    }
}
