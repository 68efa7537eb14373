package io.redial.codegen;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.Effect;
import io.redial.catalog.HandleSpec;
import io.redial.catalog.PagingSpec;
import io.redial.catalog.Rate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of all actions that the guide shows, as Markdown. */
final class ActionTable {
    private static final String HEAD = """
            | action | what it does | quota | effect | handle | paging |
            |---|---|---|---|---|---|
            """;

    private static final String LEGEND = """
            ## Legend

            - **quota**: the %s limit of requests, as `requests/period`. The client keeps it.
            - **effect**: `read` changes nothing. `idempotent` may be sent twice: the second call leaves everything as the
              first one did. `write` must not be sent twice: the second call may do the work, or cost the money, again.
            - **handle**: the field of the answer that names work which goes on after it: a task, a flow or a deal. Where it
              is an instance, nothing but the instance that the call named tells of the work.
            - **paging**: what the position of a page counts, rows (by offset) or pages (by page), and the largest page that
              the document allows, where it names one. A key tells rows apart, so that none comes twice when others are
              created or destroyed between two pages.
            - ~~Struck out~~ actions are deprecated; the reason stands behind what they do.
            """;

    private ActionTable() {}

    static String markdown(Api api) {
        var categories = api.actions().stream().collect(groupingBy(ActionSpec::category, LinkedHashMap::new, toList()));
        var sections = new StringBuilder();
        categories.forEach((category, actions) -> sections.append(section(category, actions)));
        return """
                # Actions of %s

                Version `%s`, %s. This page is generated from the catalog: change the catalog, not the page.

                """.formatted(api.title(), api.version(), count(api))
                + assumption(api.assumedRate())
                + sections
                + LEGEND.formatted(api.assumedRate() == null ? "documented" : "documented or assumed");
    }

    private static String count(Api api) {
        return api.actions().size() == 1 ? "1 action" : api.actions().size() + " actions";
    }

    private static String assumption(Api.@Nullable AssumedRate assumed) {
        return assumed == null
                ? ""
                : "The document names no quota. The client keeps to " + quota(assumed.rate())
                        + " for each action, unless `RateLimits` say otherwise: "
                        + assumed.reason() + "\n\n";
    }

    private static String section(String category, List<ActionSpec> actions) {
        return "## " + category + "\n\n" + HEAD
                + actions.stream().map(ActionTable::row).collect(joining()) + "\n";
    }

    private static String row(ActionSpec action) {
        return Stream.of(
                        name(action),
                        summary(action),
                        quota(action.rate()) + (action.rateDocumented() ? "" : " (assumed)"),
                        effect(action.effect()),
                        handle(action.handle()),
                        paging(action.paging()))
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |\n"));
    }

    private static String name(ActionSpec action) {
        var name = "`" + action.name() + "`";
        var java = action.javaName().equals(action.name()) ? "" : ", in Java `" + action.javaName() + "`";
        return (action.deprecation() == null ? name : "~~" + name + "~~") + java;
    }

    private static String summary(ActionSpec action) {
        return action.summary()
                + (action.note() == null ? "" : " " + action.note())
                + (action.deprecation() == null ? "" : " **Deprecated.** " + action.deprecation());
    }

    private static String quota(Rate rate) {
        var seconds = rate.period().toSeconds();
        return rate.permits() + "/" + (seconds == 1 ? "" : seconds) + "s";
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case READ -> "read";
            case IDEMPOTENT_WRITE -> "idempotent";
            case WRITE -> "write";
        };
    }

    private static String handle(@Nullable HandleSpec handle) {
        return handle == null ? "" : handle.kind().name().toLowerCase(Locale.ROOT) + " `" + handle.field() + "`";
    }

    private static String paging(@Nullable PagingSpec paging) {
        if (paging == null) {
            return "";
        }
        var style = paging.style() == PagingSpec.Style.PAGE ? "by page" : "by offset";
        return style
                + (paging.maxSize() == null ? "" : ", up to " + paging.maxSize())
                + (paging.key() == null ? "" : ", key `" + paging.key() + "`");
    }
}
