package io.redial.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTableTest {

    @Test
    void theCommittedPageIsTheCatalogOfToday() throws IOException {
        Golden.assertMatches(Path.of("../docs/actions.md"), ActionTable.markdown(Catalog.tencentRedis()));
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
}
