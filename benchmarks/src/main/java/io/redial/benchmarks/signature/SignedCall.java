package io.redial.benchmarks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.credentials.Credentials;
import io.redial.core.signature.Tc3Signer;
import io.redial.core.signature.Tc3Signer.Content;
import java.time.Instant;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call with a payload of 300 bytes, and the signer of its client. */
@State(Scope.Benchmark)
public class SignedCall {
    static final int PAYLOAD_BYTES = 300;

    /** The bytes of the canonical request of this call, and of its string to sign. */
    static final int CANONICAL_REQUEST_BYTES = 172;

    static final int STRING_TO_SIGN_BYTES = 120;

    private static final String HOST = "redis.intl.tencentcloudapi.com";

    final byte[] payload = "x".repeat(PAYLOAD_BYTES).getBytes(UTF_8);

    private final Tc3Signer signer = new Tc3Signer("redis");
    private final Content content = new Content("POST", "", "application/json; charset=utf-8", payload);
    private final Credentials credentials =
            Credentials.of("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    private Instant time = Instant.parse("2026-11-21T12:00:00Z");

    /** Every call is signed a second later than the one before, for ten hours; then the day begins again. */
    String authorization() {
        time = time.getEpochSecond() % 86_400 == 82_800 ? time.minusSeconds(36_000) : time.plusSeconds(1);
        return signer.authorization(credentials, HOST, content, time);
    }
}
