package io.redial.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.benchmarks.AllocationMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark measures what it says, and what is allocated stays what it was. */
class CodecBenchmarkTest {
    /** Of 20 rows, with a slack of a tenth. */
    private static final long MAX_DECODE_BYTES = 55_300 * 11 / 10;

    /** Beyond the bytes of UpgradeInstance, with a slack of a tenth. */
    private static final long MAX_ENCODE_OVERHEAD_BYTES = 312 * 11 / 10;

    private final DecodeBenchmark decode = new DecodeBenchmark();
    private final EncodeBenchmark encode = new EncodeBenchmark();

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void allDecoders_readTheSameRows(int rows) throws Exception {
        var received = received(rows);
        var last = "crs-4nmzc0%02d".formatted(rows - 1);

        var models = decode.models(received).instanceSet();

        assertThat(models).hasSize(rows);
        assertThat(models.get(rows - 1).instanceId()).isEqualTo(last);
        assertThat(models.get(rows - 1).nodeSet()).hasSize(3);
        for (var bound : new Object[] {decode.databind2(received), decode.databind3(received)}) {
            var page = ((DatabindResponse) bound).response().instanceSet();
            assertThat(page).hasSize(rows);
            assertThat(page.get(rows - 1).instanceId()).isEqualTo(last);
            assertThat(page.get(rows - 1).nodeSet()).hasSize(3);
            assertThat(page.get(rows - 1).appid()).isEqualTo(models.get(0).appId());
        }
    }

    @Test
    void allEncoders_writeTheSameBytes() throws Exception {
        var upgrade = new EncodeState();

        assertThat(new String(encode.bytes(upgrade), UTF_8))
                .isEqualTo("{\"InstanceId\":\"crs-5qlr9xyz\",\"MemSize\":4096}")
                .isEqualTo(new String(encode.models(upgrade), UTF_8))
                .isEqualTo(new String(encode.databind2(upgrade), UTF_8))
                .isEqualTo(new String(encode.databind3(upgrade), UTF_8));
    }

    @Test
    void decode_allocatesLittleMoreThanTheRows() {
        var received = received(20);

        assertThat(received.body).hasSizeBetween(31_000, 32_500);
        assertThat(AllocationMeter.measure(() -> decode.models(received), MAX_DECODE_BYTES))
                .isLessThanOrEqualTo(MAX_DECODE_BYTES);
    }

    @Test
    void encode_allocatesLittleMoreThanTheBytes() {
        var upgrade = new EncodeState();
        var bytes = AllocationMeter.measure(() -> encode.bytes(upgrade), 64);

        assertThat(AllocationMeter.measure(() -> encode.models(upgrade), bytes + MAX_ENCODE_OVERHEAD_BYTES))
                .isLessThanOrEqualTo(bytes + MAX_ENCODE_OVERHEAD_BYTES);
    }

    private static DecodeState received(int rows) {
        var received = new DecodeState();
        received.rows = rows;
        received.setUp();
        return received;
    }
}
