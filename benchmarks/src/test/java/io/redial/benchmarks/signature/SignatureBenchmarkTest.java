package io.redial.benchmarks.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.benchmarks.AllocationMeter;
import org.junit.jupiter.api.Test;

/** The benchmark measures what it says, and what is allocated stays what it was. */
class SignatureBenchmarkTest {
    /** With the time that the call carries, and a slack of a tenth. */
    private static final long MAX_ALLOCATED_BYTES = 344 * 11 / 10;

    private final SignatureBenchmark benchmark = new SignatureBenchmark();
    private final SignedCall call = new SignedCall();

    @Test
    void signature_changesEverySecond() {
        var first = benchmark.tc3(call);

        assertThat(first)
                .matches("TC3-HMAC-SHA256 Credential=AKID\\w+/2026-11-21/redis/tc3_request, "
                        + "SignedHeaders=content-type;host, Signature=[0-9a-f]{64}");
        assertThat(benchmark.tc3(call)).isNotEqualTo(first);
    }

    @Test
    void hashBaseline_coversAsManyBytes() {
        assertThat("POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:redis.intl.tencentcloudapi.com\n\n"
                        + "content-type;host\n" + "0".repeat(64))
                .hasSize(SignedCall.CANONICAL_REQUEST_BYTES);
        assertThat("TC3-HMAC-SHA256\n1795262400\n2026-11-21/redis/tc3_request\n" + "0".repeat(64))
                .hasSize(SignedCall.STRING_TO_SIGN_BYTES);
    }

    @Test
    void signature_allocatesLittleMoreThanItsText() {
        assertThat(AllocationMeter.measure(() -> benchmark.tc3(call), MAX_ALLOCATED_BYTES))
                .isLessThanOrEqualTo(MAX_ALLOCATED_BYTES);
    }
}
