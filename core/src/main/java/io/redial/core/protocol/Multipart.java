package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.signature.Tc3Signer.Content;
import java.util.SortedMap;
import java.util.UUID;

/** Parameters as {@code multipart/form-data}, each a part. */
final class Multipart {
    private Multipart() {}

    static Content content(SortedMap<String, String> parameters) {
        var parts = new StringBuilder();
        var boundary = boundary(parameters);
        parameters.forEach((name, value) -> parts.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(quoted(name))
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        parts.append("--").append(boundary).append("--\r\n");
        return new Content(
                "POST",
                "",
                "multipart/form-data; boundary=" + boundary,
                parts.toString().getBytes(UTF_8));
    }

    /**
     * A text that no value can hold: it is a hash of all values. It has no capitals, because the signature is over the
     * header in small letters.
     */
    private static String boundary(SortedMap<String, String> parameters) {
        return UUID.nameUUIDFromBytes(parameters.toString().getBytes(UTF_8)).toString();
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
