package io.redial.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTableTest {

    static Stream<Arguments> pages() {
        return Stream.of(
                arguments("actions.md", Catalog.tencentRedis()),
                arguments("actions-crs-v2.md", Catalog.tencentCrs()),
                arguments("actions-aliyun.md", Catalog.aliyunKvStore()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theCommittedPageIsTheCatalogOfToday(String page, Api api) throws IOException {
        Golden.assertMatches(Path.of("../docs").resolve(page), ActionTable.markdown(api));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| action | what it does | quota | effect | handle | paging |",
                "| `ConnectLines` | Connects lines \\| and keeps them so. | 20/s | write | task `TaskIds` |  |",
                "| `DescribeTraffic` | Lists calls and faults. | 100/60s | read |  | by page, up to 50 |",
                "| ~~`RingOperator`~~ | Rings the operator. **Deprecated.** Nobody is there; use ConnectLines. | 20/s | idempotent |  |  |",
            })
    void aRowSaysWhatACallerHasToKnow(String row) {
        assertThat(ActionTable.markdown(Exchange.api()).lines()).contains(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The document names no quota. The client keeps to 6/60s for each action, unless `RateLimits` say otherwise: nobody has a faster hand.",
                "| `SendTelegarm`, in Java `SendTelegram` | Sends a telegram. Not on <Sundays>. | 6/60s (assumed) | write | task `requestId` |  |",
                "| `DescribeWires` | Lists wires. | 5/s | read |  | by offset, key `wireId` |",
                "| `TuneWires` | Tunes wires. | 6/60s (assumed) | idempotent | instance `wireIds` |  |",
            })
    void aQuotaThatNoDocumentNamesIsSaidToBeAssumed(String line) {
        assertThat(ActionTable.markdown(Telegraph.api()).lines()).contains(line);
    }
}
