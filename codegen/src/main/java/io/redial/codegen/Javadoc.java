package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the catalog as Javadoc. */
final class Javadoc {
    private Javadoc() {}

    static CodeBlock block(String text) {
        return CodeBlock.of("$L", text);
    }

    static String action(ActionSpec action) {
        return escape(action.summary()) + "\n\n<p>" + rate(action) + " " + effect(action)
                + (action.note() == null ? "" : " " + escape(action.note()));
    }

    private static String rate(ActionSpec action) {
        var rate = action.rate().permits() + " requests in "
                + action.rate().period().toSeconds() + " s.";
        return action.rateDocumented() ? "At most " + rate : "No limit is documented; held to " + rate;
    }

    private static String effect(ActionSpec action) {
        return switch (action.effect()) {
            case READ -> "Changes nothing.";
            case IDEMPOTENT_WRITE -> "May be sent twice: the second call leaves everything as the first one did.";
            case WRITE -> "Not to be sent twice: the second call may do the work again.";
        };
    }

    static String errors(Api api, ActionSpec action) {
        if (action.errors().isEmpty()) {
            return "";
        }
        return "\n\n<p>Documented errors: "
                + action.errors().stream().map(code -> error(api, code)).collect(Collectors.joining(", ")) + ".";
    }

    private static String error(Api api, String code) {
        var number = api.error(code).orElseThrow().number();
        return "{@code " + code + "}" + (number == null ? "" : " (" + number + ")");
    }

    static String source(Api api, String source) {
        return "\n\n<p>Source: " + escape(api.title()) + " reference, " + escape(source) + ".";
    }

    static String field(FieldSpec field) {
        var notes = new ArrayList<String>();
        if (field.unit() != null) {
            notes.add("Unit: " + field.unit() + ".");
        }
        if (!field.allowed().isEmpty()) {
            notes.add("Documented values: " + join(field.allowed()) + ".");
        }
        if (field.min() != null) {
            notes.add("At least " + field.min() + ".");
        }
        if (field.max() != null) {
            notes.add("At most " + field.max() + ".");
        }
        if (field.maxItems() != null) {
            notes.add("At most " + field.maxItems() + " of them.");
        }
        if (field.defaultValue() != null) {
            notes.add("Default: " + field.defaultValue() + ".");
        }
        if (field.internal()) {
            notes.add("For internal use by the cloud.");
        }
        if (field.type() instanceof TypeRef.Values) {
            notes.add("The server may know values that are not listed.");
        }
        return escape(field.doc()) + (notes.isEmpty() ? "" : " " + escape(String.join(" ", notes)));
    }

    private static String join(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }
}
