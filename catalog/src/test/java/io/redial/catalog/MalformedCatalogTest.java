package io.redial.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small sound description, broken in one place at a time. */
class MalformedCatalogTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void soundDescription() throws IOException {
        write("api.yaml", """
                title: Lines API
                service: lines
                version: "2026-01-01"
                endpoint: lines.example.com
                document: a test
                java: {package: com.example.lines, actions: LineActions, client: LineCalls}
                protocol: {clockToleranceSeconds: 300, maxGetBytes: 1, maxFormBytes: 1, maxBodyBytes: 1}
                instances: LineId
                tasks: LineKind
                categories:
                  - lines.yaml
                regions:
                  ap-guangzhou: {name: Guangzhou, endpoint: lines.ap-guangzhou.example.com}
                errors:
                  common:
                    FailedOperation: It failed.
                  service:
                    FailedOperation.Busy: The line is busy.
                """);
        write("values.yaml", """
                LineStatus:
                  type: Integer
                  doc: State of a line.
                  values:
                    - {value: 1, name: IDLE, meaning: idle}
                    - {value: 2, name: BUSY, meaning: busy}
                LineKind:
                  type: String
                  doc: Kind of a line.
                  values:
                    - {value: rural, name: RURAL, meaning: rural}
                """);
        write("types.yaml", """
                Line:
                  doc: A line.
                  source: lines 1-2
                  fields:
                    Status: {type: LineStatus, doc: State.}
                """);
        write("lines.yaml", """
                category: Lines
                actions:
                  DescribeLines:
                    summary: Lists lines.
                    rate: 20/s
                    effect: read
                    source: lines 3-4
                    input:
                      Limit: {type: Integer, doc: Page size., default: 20}
                      Offset: {type: Integer, doc: Rows to skip.}
                      Sort: {type: LineStatus, doc: Sorting.}
                    output:
                      Lines: {type: "Line[]", doc: The lines.}
                    paging: {style: offset, position: Offset, size: Limit, items: [Lines], key: Status, order: {Sort: 2}}
                    errors:
                      - FailedOperation.Busy
                    handle: {kind: task, field: Lines, tasks: [rural]}
                """);
    }

    @Test
    void theSoundOneIsAccepted() {
        Catalog.load(folder);
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lines.yaml | 20/s | often | lines.yaml:5: 'often' is not a rate like 20/s or 100/60s",
                "lines.yaml | '    rate: 20/s\n' | '' | lines.yaml:4: action 'DescribeLines' has no rate",
                "lines.yaml | effect: read | effect: maybe | lines.yaml:6: effect is read, idempotent or write, not 'maybe'",
                "lines.yaml | effect: read | efect: read | lines.yaml:6: unknown key 'efect'",
                "lines.yaml | Line[] | Lime[] | lines.yaml:13: unknown type 'Lime'",
                "lines.yaml | size: Limit | size: Limits | lines.yaml:14: there is no field 'Limits'",
                "lines.yaml | key: Status | key: State | lines.yaml:14: there is no field 'State'",
                "lines.yaml | items: [Lines] | 'items: [Lines, Lines]' | lines.yaml:14: only one list of structures has a key",
                "lines.yaml | {Sort: 2} | {Order: 2} | lines.yaml:14: there is no field 'Order'",
                "lines.yaml | {Sort: 2} | {Sort: 3} | lines.yaml:14: '3' is no value of LineStatus",
                "lines.yaml | - FailedOperation.Busy | - FailedOperation.Bsy | lines.yaml:16: unknown error code",
                "lines.yaml | default: 20 | default: many | lines.yaml:9: expected a whole number, found 'many'",
                "lines.yaml | Offset: {type | Limit: {type | lines.yaml:10: duplicate 'Limit'",
                "lines.yaml | category: Lines | '' | lines.yaml:2: 'category' is missing",
                "lines.yaml | Limit: {type | Limit: {java: class, type | lines.yaml:9: 'class' is no field name in Java",
                "lines.yaml | Limit: {type | Limit: {java: builder, type | lines.yaml:9: 'builder' is no field name in Java",
                "lines.yaml | default: 20 | maxItems: 20 | lines.yaml:9: 'Limit' has maxItems but is no list",
                "values.yaml | value: 2 | value: 1 | values.yaml:6: duplicate value '1'",
                "values.yaml | IDLE | idle | values.yaml:5: 'idle' is not the name of a constant",
                "values.yaml | Integer | Float | values.yaml:2: a value list is of String or Integer, not of 'Float'",
                "types.yaml | Line: | LineStatus: | types.yaml:2: 'LineStatus' is a value list already",
                "types.yaml | fields: | 'fields: [' | types.yaml:6: ",
                "lines.yaml | Limit: {type | Limit: {java: offset, type | lines.yaml:10: 'offset' is taken in Java",
                "lines.yaml | Lines: {type: \"Line[]\" | Lines: {type: \"Line[]\", java: requestId | lines.yaml:13: 'requestId' is taken in Java",
                "lines.yaml | Limit: {type | Limit: {within: data, type | lines.yaml:9: only fields of an answer lie within an object",
                "lines.yaml | Lines: {type: \"Line[]\" | Lines: {within: Lines, type: \"Line[]\" | lines.yaml:13: only fields of an answer lie within",
                "lines.yaml | effect: read | 'effect: read\n    java: lines' | lines.yaml:7: 'lines' is no class name in Java",
                "lines.yaml | kind: task | kind: job | lines.yaml:17: a handle is a task, a flow, a deal or an instance",
                "lines.yaml | kind: task | 'kind: instance, until: gone' | lines.yaml:17: there is no field 'Lines'",
                "lines.yaml | 'kind: task, field: Lines' | 'kind: instance, field: Sort' | lines.yaml:17: a deal or an instance, and",
                "lines.yaml | kind: task | 'kind: task, until: gone' | lines.yaml:17: a deal or an instance, and nothing else",
                "lines.yaml | 'task, field: Lines' | 'instance, until: delivered, field: Sort' | lines.yaml:17: an instance is followed",
                "lines.yaml | rural | urban | lines.yaml:17: unknown LineKind 'urban'",
                "api.yaml | 'tasks: LineKind\n' | '' | lines.yaml:17: api.yaml names no value list of 'tasks'",
                "api.yaml | tasks: LineKind | tasks: LaneKind | api.yaml:9: there is no value list 'LaneKind'",
                "api.yaml | com.example.lines | com.example.1 | api.yaml:6: 'com.example.1' is no package in Java",
                "api.yaml | LineActions | lineActions | api.yaml:6: 'lineActions' is no class name in Java",
                "api.yaml | 'instances: LineId\n' | '' | api.yaml:1: 'instances' is missing",
                "api.yaml | instances: | 'rate: {assumed: 5, reason: so}\ninstances:' | api.yaml:8: '5' is not a rate",
                "api.yaml | instances: | 'rate: {assumed: 5/s}\ninstances:' | api.yaml:8: 'reason' is missing",
                "api.yaml | '  service:' | '  under: Failed\n  service:' | api.yaml:17: unknown error code 'Failed'",
                "api.yaml | '  service:' | '  under: FailedOperation\n  service:' | api.yaml:19: expected a mapping, found a value",
                "api.yaml | lines.yaml | lanes.yaml | lanes.yaml: there is no such file",
                "api.yaml | clockToleranceSeconds: 300 | clockToleranceSeconds: 0 | must be a positive number",
                "api.yaml | FailedOperation.Busy | FailedOperation | api.yaml:18: duplicate error code 'FailedOperation'",
            })
    void aBrokenPlaceIsNamed(String file, String sound, String broken, String message) throws IOException {
        var text = Files.readString(folder.resolve(file));
        write(file, text.replace(sound, broken));

        assertThatThrownBy(() -> Catalog.load(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(message);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
