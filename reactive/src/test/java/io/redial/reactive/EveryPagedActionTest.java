package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.PagingSpec;
import io.redial.catalog.TypeRef;
import io.redial.core.Action;
import io.redial.core.ApiResponse;
import io.redial.core.PagedRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.wire.WireReader;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.TencentRedisActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Every action of the catalog that has pages, over the wire, against a server that answers as the catalog says. */
class EveryPagedActionTest {
    private static final int SIZE = 5;
    private static final int ROWS = 12;

    private static final Api API = Catalog.tencentRedis();

    private final List<String> asked = new ArrayList<>();

    static Stream<ActionSpec> paged() {
        return API.actions().stream().filter(action -> action.paging() != null);
    }

    @Test
    void thereAreFourteen() {
        assertThat(paged()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("paged")
    void givesAllRowsPageByPage(ActionSpec action) {
        var paging = Objects.requireNonNull(action.paging());

        var items = Pages.items(request(action), page -> client(action).call(page))
                .collectList()
                .block();

        if (paging.style() == PagingSpec.Style.PAGE) {
            assertThat(asked).containsExactly("1+5", "2+5", "3+5");
        } else {
            assertThat(asked).containsExactly("0+5", "5+5", "10+5");
        }
        assertThat(items).hasSize(paging.items().size() == 1 ? ROWS : asked.size());
        if (paging.key() != null) {
            assertThat(items).doesNotHaveDuplicates();
        }
    }

    @SuppressWarnings("unchecked")
    private static <I> PagedRequest<ApiResponse, I> request(ActionSpec action) {
        var paging = Objects.requireNonNull(action.paging());
        var first = paging.style() == PagingSpec.Style.PAGE ? 1 : 0;
        var fields = action.input().stream()
                .filter(FieldSpec::required)
                .filter(field -> !field.name().equals(paging.size()))
                .filter(field -> !field.name().equals(paging.position()))
                .map(field -> "\"" + field.name() + "\": \"redis\", ")
                .collect(joining());
        var json =
                "{" + fields + "\"" + paging.position() + "\": " + first + ", \"" + paging.size() + "\": " + SIZE + "}";
        var known = TencentRedisActions.all().stream()
                .filter(candidate -> candidate.name().equals(action.name()))
                .findFirst()
                .orElseThrow();
        return (PagedRequest<ApiResponse, I>) read(known, json);
    }

    private static Object read(Action<?, ?> action, String json) {
        return WireReader.read(json.getBytes(UTF_8), WireReader.UnknownFields.REFUSE, action.request());
    }

    private Client client(ActionSpec action) {
        var server = new ScriptedTransport(Schedulers.parallel());
        server.then(call -> Mono.fromSupplier(() -> {
            var body = new String(
                    server.received().get(server.received().size() - 1).body(), UTF_8);
            var answer = "{\"Response\": " + answer(action, body) + "}";
            return new HttpAnswer(200, "application/json", null, answer.getBytes(UTF_8));
        }));
        return Client.of(
                TencentRedis.builder()
                        .credentials(Credentials.of("AKID", "key"))
                        .region(Region.AP_GUANGZHOU),
                server);
    }

    private String answer(ActionSpec action, String body) {
        var paging = Objects.requireNonNull(action.paging());
        var position = number(paging.position(), body);
        var size = number(paging.size(), body);
        asked.add(position + "+" + size);
        var from = paging.style() == PagingSpec.Style.PAGE ? (position - 1) * size : position;
        var lists = paging.items().stream()
                .map(list -> "\"" + list + "\": ["
                        + IntStream.range(from, Math.min(from + size, ROWS))
                                .mapToObj(row -> row(action, paging, row))
                                .collect(joining(", "))
                        + "], ");
        var totals = paging.totals().stream().map(total -> "\"" + total + "\": " + ROWS + ", ");
        return "{" + Stream.concat(lists, totals).collect(joining()) + "\"RequestId\": \"" + from + "\"}";
    }

    private static String row(ActionSpec action, PagingSpec paging, int row) {
        if (paging.key() == null) {
            return "{}";
        }
        var type = (TypeRef.Struct)
                action.outputField(paging.items().get(0)).orElseThrow().type();
        var text = API.type(type.name()).orElseThrow().fields().stream()
                .anyMatch(field -> field.name().equals(paging.key()) && field.type() == TypeRef.Scalar.STRING);
        return "{\"" + paging.key() + "\": " + (text ? "\"row-" + row + "\"" : row + 1) + "}";
    }

    private static int number(String field, String body) {
        var found = Pattern.compile("\"" + field + "\": ?(\\d+)").matcher(body);
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }
}
