package io.redial.codegen;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the catalog gains, the generated Java gains: nothing else has to be touched, and nothing else changes. */
class WideningTest {
    @TempDir
    private Path folder;

    private final Map<String, String> before = Exchange.java(Exchange.api());

    @BeforeEach
    void copyTheExchange() throws IOException {
        for (var file : new String[] {"api.yaml", "lines.yaml", "types.yaml", "values.yaml"}) {
            Files.copy(Exchange.FOLDER.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void anActionBringsItsRequestItsAnswerAndAMethod() throws IOException {
        var after = widen("lines.yaml", "  ConnectLines:", """
                DisconnectLine:
                  summary: Disconnects a line.
                  rate: 10/s
                  effect: idempotent
                  source: lines 90-91
                  input:
                    LineId: {type: String, required: true, doc: The line.}
                """);

        assertThat(differences(after))
                .containsExactly(
                        "DisconnectLineRequest", "DisconnectLineResponse", "TencentRedisActions", "TencentRedisCalls");
        assertThat(after.get("DisconnectLineRequest"))
                .contains(
                        "Rate.perSecond(10), Effect.IDEMPOTENT_WRITE",
                        "static DisconnectLineRequest of(String lineId)");
        assertThat(after.get("TencentRedisActions")).contains("DisconnectLineRequest.ACTION");
        assertThat(after.get("TencentRedisCalls"))
                .contains("Mono<DisconnectLineResponse> disconnectLine(DisconnectLineRequest request)");
    }

    @Test
    void aFieldOfAnActionBringsAnAccessorAndASetter() throws IOException {
        var after = widen("lines.yaml", "      Secret:", """
                Patience: {type: Integer, unit: s, doc: How long to let it ring.}
                """);

        assertThat(differences(after)).containsExactly("ConnectLinesRequest");
        assertThat(after.get("ConnectLinesRequest"))
                .contains("public @Nullable Long patience()", "public Builder patience(long patience)");
    }

    @Test
    void aFieldOfAStructureBringsAnAccessorAndASetter() throws IOException {
        var after = widen("types.yaml", "    LineId:", """
                Party: {type: Boolean, doc: Whether several houses share it.}
                """);

        assertThat(differences(after)).containsExactly("Line");
        assertThat(after.get("Line"))
                .contains("public @Nullable Boolean party()", "public Builder party(boolean party)");
    }

    @Test
    void aValueBringsAConstant() throws IOException {
        var after = widen("values.yaml", "    - {value: 1,", """
                - {value: 7, name: ON_HOLD, meaning: music plays}
                """);

        assertThat(differences(after)).containsExactly("LineStatus");
        assertThat(after.get("LineStatus")).contains("public static final LineStatus ON_HOLD = new LineStatus(7L)");
    }

    @Test
    void anApiIsCalledInJavaWhatItsFactsSay() throws IOException {
        var facts = folder.resolve("api.yaml");
        Files.writeString(
                facts,
                Files.readString(facts)
                        .replace("io.redial.tencent.redis", "com.example.lines")
                        .replace("TencentRedis", "Line"));

        var after = Exchange.java(Catalog.load(folder));

        assertThat(after)
                .hasSameSizeAs(before)
                .containsKeys("LineActions", "LineCalls")
                .allSatisfy((name, java) -> assertThat(java).doesNotContain("io.redial.tencent", "TencentRedis"));
        assertThat(after.get("Line")).startsWith("package com.example.lines;");
        assertThat(after.get("LineCalls"))
                .startsWith("package io.redial.reactive;")
                .contains("import com.example.lines.ConnectLinesRequest;");
    }

    /** Puts what is new before a line of the file, as deep as that line stands. */
    private Map<String, String> widen(String file, String line, String wider) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertThat(text).containsOnlyOnce("\n" + line);
        var depth = line.length() - line.stripLeading().length();
        Files.writeString(folder.resolve(file), text.replace("\n" + line, "\n" + wider.indent(depth) + line));
        return Exchange.java(Catalog.load(folder));
    }

    private Set<String> differences(Map<String, String> after) {
        assertThat(after).containsKeys(before.keySet().toArray(String[]::new));
        return after.keySet().stream()
                .filter(name -> !after.get(name).equals(before.get(name)))
                .collect(toCollection(TreeSet::new));
    }
}
