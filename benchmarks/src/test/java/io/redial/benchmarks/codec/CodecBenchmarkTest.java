package io.redial.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.benchmarks.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark measures what it says, and what is allocated stays what it was. */
class CodecBenchmarkTest {
    /** Of 20 rows, with a slack of a tenth. */
    private static final long DECODED = 55_300 * 11 / 10;

    /** Beyond the bytes of UpgradeInstance, with a slack of a tenth. */
    private static final long ENCODED = 312 * 11 / 10;

    private final DecodeBenchmark decode = new DecodeBenchmark();
    private final EncodeBenchmark encode = new EncodeBenchmark();

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void allReadTheSameRows(int rows) throws Exception {
        var received = received(rows);
        var last = "crs-4nmzc0%02d".formatted(rows - 1);

        var models = decode.models(received).instanceSet();

        assertThat(models).hasSize(rows);
        assertThat(models.get(rows - 1).instanceId()).isEqualTo(last);
        assertThat(models.get(rows - 1).nodeSet()).hasSize(3);
        for (var bound : new Object[] {decode.databind2(received), decode.databind3(received)}) {
            var page = ((Page) bound).response().instanceSet();
            assertThat(page).hasSize(rows);
            assertThat(page.get(rows - 1).instanceId()).isEqualTo(last);
            assertThat(page.get(rows - 1).nodeSet()).hasSize(3);
            assertThat(page.get(rows - 1).appid()).isEqualTo(models.get(0).appId());
        }
    }

    @Test
    void allWriteTheSameBytes() throws Exception {
        var upgrade = new Upgrade();

        assertThat(new String(encode.bytes(upgrade), UTF_8))
                .isEqualTo("{\"InstanceId\":\"crs-5qlr9xyz\",\"MemSize\":4096}")
                .isEqualTo(new String(encode.models(upgrade), UTF_8))
                .isEqualTo(new String(encode.databind2(upgrade), UTF_8))
                .isEqualTo(new String(encode.databind3(upgrade), UTF_8));
    }

    @Test
    void twentyRowsAllocateLittleMoreThanTheyHold() {
        var received = received(20);

        assertThat(received.body).hasSizeBetween(31_000, 32_500);
        assertThat(Allocation.of(() -> decode.models(received), DECODED)).isLessThanOrEqualTo(DECODED);
    }

    @Test
    void aRequestAllocatesLittleMoreThanItsBytes() {
        var upgrade = new Upgrade();
        var bytes = Allocation.of(() -> encode.bytes(upgrade), 64);

        assertThat(Allocation.of(() -> encode.models(upgrade), bytes + ENCODED)).isLessThanOrEqualTo(bytes + ENCODED);
    }

    private static Received received(int rows) {
        var received = new Received();
        received.rows = rows;
        received.receive();
        return received;
    }
}
