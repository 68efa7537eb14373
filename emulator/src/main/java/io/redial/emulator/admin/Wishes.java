package io.redial.emulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An object of JSON of which every field is known; all that is wrong with it is named. */
final class Wishes {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ObjectNode fields;

    private Wishes(ObjectNode fields) {
        this.fields = fields;
    }

    static Wishes read(byte[] body) {
        var tree = body.length == 0 ? JsonNodeFactory.instance.objectNode() : tree(body);
        if (tree instanceof ObjectNode object) {
            return new Wishes(object);
        }
        throw AdminError.bad("the body is not a JSON object");
    }

    /** Turns down fields other than these. */
    void only(List<String> known) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw AdminError.bad("there is no field '" + name + "' here"
                        + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
            }
        });
    }

    private static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw AdminError.bad("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw AdminError.bad("the body is not JSON");
        }
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    Optional<String> text(String name) {
        return field(name).map(node -> {
            if (!node.isTextual()) {
                throw AdminError.bad(name + " is a text");
            }
            return node.textValue();
        });
    }

    Optional<Long> whole(String name, long min, long max) {
        return field(name).map(node -> {
            if (!node.isIntegralNumber()
                    || !node.canConvertToLong()
                    || node.longValue() < min
                    || node.longValue() > max) {
                throw AdminError.bad(name + " is a whole number from " + min + " to " + max);
            }
            return node.longValue();
        });
    }

    Optional<Integer> whole(String name, int min, int max) {
        return whole(name, (long) min, (long) max).map(Long::intValue);
    }

    Optional<Double> number(String name) {
        return field(name).map(node -> {
            if (!node.isNumber()) {
                throw AdminError.bad(name + " is a number");
            }
            return node.doubleValue();
        });
    }

    Optional<Boolean> flag(String name) {
        return field(name).map(node -> {
            if (!node.isBoolean()) {
                throw AdminError.bad(name + " is true or false");
            }
            return node.booleanValue();
        });
    }

    /** A length of time, as {@code "PT1.5S"} or as a number of seconds. */
    Optional<Duration> time(String name) {
        return field(name).map(node -> {
            try {
                return node.isNumber()
                        ? Duration.ofNanos(Math.round(node.doubleValue() * 1e9))
                        : Duration.parse(node.asText());
            } catch (DateTimeException e) {
                throw AdminError.bad(name + " is a time like \"PT1.5S\", or a number of seconds");
            }
        });
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> values) {
        return text(name).map(text -> {
            for (var value : values.getEnumConstants()) {
                if (word(value).equals(text)) {
                    return value;
                }
            }
            throw AdminError.bad(name + " is one of " + words(values) + ", not '" + text + "'");
        });
    }

    /** As JSON writes a value of an enum: in small letters. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <T> T needed(Optional<T> value, String name) {
        return value.orElseThrow(() -> AdminError.bad("the field '" + name + "' is missing"));
    }

    private static String words(Class<? extends Enum<?>> values) {
        return String.join(
                ", ",
                List.of(values.getEnumConstants()).stream().map(Wishes::word).toList());
    }

    private Optional<JsonNode> field(String name) {
        return has(name) ? Optional.of(fields.get(name)) : Optional.empty();
    }
}
