package io.redial.emulator.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Authorization header, taken apart. */
record Tc3Authorization(String secretId, String date, String service, List<String> signedHeaders, String signature) {
    private static final Pattern PATTERN = Pattern.compile(Pattern.quote(Tc3Signature.ALGORITHM)
            + " +Credential=([^/,\\s]{1,128})/(\\d{4}-\\d{2}-\\d{2})/([^/,\\s]{1,255})/"
            + Tc3Signature.TERMINATOR
            + " *, *SignedHeaders=([a-z0-9;_-]{1,2048}) *, *Signature=([0-9a-f]{64})");
    private static final int MAX_LENGTH = 4096;

    static Optional<Tc3Authorization> parse(String header) {
        if (header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var matcher = PATTERN.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var signedHeaders = List.of(matcher.group(4).split(";", -1));
        return Optional.of(new Tc3Authorization(
                matcher.group(1), matcher.group(2), matcher.group(3), signedHeaders, matcher.group(5)));
    }
}
