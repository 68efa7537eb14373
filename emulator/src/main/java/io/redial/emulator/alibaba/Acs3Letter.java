package io.redial.emulator.alibaba;

import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Digests;
import io.redial.emulator.door.Form;
import io.redial.emulator.door.Refusal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** ACS3-HMAC-SHA256: what all requests have in common is in the headers. */
final class Acs3Letter implements Letter {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final Pattern FORM = Pattern.compile(ALGORITHM
            + " +Credential=([^,\\s]{1,128}) *, *SignedHeaders=([a-z0-9;_-]{1,2048}) *, *Signature=([0-9a-f]{64})");
    private static final int MAX_LENGTH = 4096;
    private static final Set<String> MUST_BE_SIGNED =
            Set.of("host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-version");
    private static final Map<String, String> HEADERS = Map.of(
            "Action", "x-acs-action",
            "SecurityToken", "x-acs-security-token",
            "SignatureNonce", "x-acs-signature-nonce",
            "Timestamp", "x-acs-date",
            "Version", "x-acs-version");

    private final Arrival arrival;
    private final NavigableMap<String, String> values;
    private final String accessKeyId;
    private final List<String> signedHeaders;
    private final String signature;

    Acs3Letter(Arrival arrival) {
        this.arrival = arrival;
        this.values = Letter.values(arrival);
        var authorization = FORM.matcher(arrival.header("Authorization")
                .filter(header -> header.length() <= MAX_LENGTH)
                .orElse(""));
        if (!authorization.matches()) {
            throw new Refusal("IncompleteSignature", "The header Authorization is not as it should be.");
        }
        this.accessKeyId = authorization.group(1);
        this.signedHeaders = List.of(authorization.group(2).split(";", -1));
        this.signature = authorization.group(3);
    }

    static boolean isOne(Arrival arrival) {
        return arrival.header("Authorization")
                .filter(header -> header.startsWith(ALGORITHM))
                .isPresent();
    }

    @Override
    public Optional<String> common(String name) {
        return switch (name) {
            case "AccessKeyId" -> Optional.of(accessKeyId);
            case "Signature" -> Optional.of(signature);
            default -> Optional.ofNullable(HEADERS.get(name)).flatMap(arrival::header);
        };
    }

    @Override
    public String expected(String secret) {
        if (!signedHeaders.containsAll(MUST_BE_SIGNED)) {
            throw new Refusal("IncompleteSignature", "These headers must be signed: " + MUST_BE_SIGNED + ".");
        }
        var text = ALGORITHM + "\n" + Digests.sha256(canonicalRequest());
        return HexFormat.of().formatHex(Digests.hmacSha256(secret, text));
    }

    private String canonicalRequest() {
        var names = signedHeaders.stream().sorted().toList();
        var headers = new StringBuilder();
        names.forEach(name -> headers.append(name)
                .append(':')
                .append(arrival.header(name).orElse(""))
                .append('\n'));
        return String.join(
                "\n",
                arrival.method(),
                arrival.path(),
                PercentCode.query(Form.decode(arrival.query())),
                headers,
                String.join(";", names),
                Digests.sha256(arrival.body()));
    }

    @Override
    public NavigableMap<String, String> values() {
        return values;
    }

    @Override
    public boolean wantsJson() {
        return true;
    }
}
