package io.redial.emulator.aliyun;

import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.Digests;
import io.redial.emulator.protocol.FormParameters;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** ACS3-HMAC-SHA256: what all requests have in common is in the headers. */
final class Acs3SignedRequest implements SignedRequest {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final Pattern PATTERN = Pattern.compile(ALGORITHM
            + " +Credential=([^,\\s]{1,128}) *, *SignedHeaders=([a-z0-9;_-]{1,2048}) *, *Signature=([0-9a-f]{64})");
    private static final int MAX_LENGTH = 4096;
    private static final Set<String> REQUIRED_SIGNED_HEADERS =
            Set.of("host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-version");
    private static final Map<String, String> HEADERS = Map.of(
            "Action", "x-acs-action",
            "SecurityToken", "x-acs-security-token",
            "SignatureNonce", "x-acs-signature-nonce",
            "Timestamp", "x-acs-date",
            "Version", "x-acs-version");

    private final IncomingRequest request;
    private final NavigableMap<String, String> parameters;
    private final String accessKeyId;
    private final List<String> signedHeaders;
    private final String signature;

    Acs3SignedRequest(IncomingRequest arrival) {
        this.request = arrival;
        this.parameters = SignedRequest.parametersOf(arrival);
        var authorization = PATTERN.matcher(arrival.header("Authorization")
                .filter(header -> header.length() <= MAX_LENGTH)
                .orElse(""));
        if (!authorization.matches()) {
            throw new ApiError("IncompleteSignature", "The header Authorization is not as it should be.");
        }
        this.accessKeyId = authorization.group(1);
        this.signedHeaders = List.of(authorization.group(2).split(";", -1));
        this.signature = authorization.group(3);
    }

    static boolean isAcs3(IncomingRequest arrival) {
        return arrival.header("Authorization")
                .filter(header -> header.startsWith(ALGORITHM))
                .isPresent();
    }

    @Override
    public Optional<String> commonParameter(String name) {
        return switch (name) {
            case "AccessKeyId" -> Optional.of(accessKeyId);
            case "Signature" -> Optional.of(signature);
            default -> Optional.ofNullable(HEADERS.get(name)).flatMap(request::header);
        };
    }

    @Override
    public String expectedSignature(String secret) {
        if (!signedHeaders.containsAll(REQUIRED_SIGNED_HEADERS)) {
            throw new ApiError("IncompleteSignature", "These headers must be signed: " + REQUIRED_SIGNED_HEADERS + ".");
        }
        var text = ALGORITHM + "\n" + Digests.sha256(canonicalRequest());
        return HexFormat.of().formatHex(Digests.hmacSha256(secret, text));
    }

    private String canonicalRequest() {
        var names = signedHeaders.stream().sorted().toList();
        var headers = new StringBuilder();
        names.forEach(name -> headers.append(name)
                .append(':')
                .append(request.header(name).orElse(""))
                .append('\n'));
        return String.join(
                "\n",
                request.method(),
                request.path(),
                Rfc3986Encoder.encodeQuery(FormParameters.decode(request.query())),
                headers,
                String.join(";", names),
                Digests.sha256(request.body()));
    }

    @Override
    public NavigableMap<String, String> parameters() {
        return parameters;
    }

    @Override
    public boolean isJsonRequested() {
        return true;
    }
}
