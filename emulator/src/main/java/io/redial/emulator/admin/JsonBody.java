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
final class JsonBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ObjectNode fields;

    private JsonBody(ObjectNode fields) {
        this.fields = fields;
    }

    static JsonBody parse(byte[] body) {
        var tree = body.length == 0 ? JsonNodeFactory.instance.objectNode() : parseTree(body);
        if (tree instanceof ObjectNode object) {
            return new JsonBody(object);
        }
        throw AdminError.badRequest("the body is not a JSON object");
    }

    /** Turns down fields other than these. */
    void rejectUnknownFields(List<String> known) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw AdminError.badRequest("there is no field '" + name + "' here"
                        + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
            }
        });
    }

    private static JsonNode parseTree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw AdminError.badRequest("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw AdminError.badRequest("the body is not JSON");
        }
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    Optional<String> text(String name) {
        return field(name).map(node -> {
            if (!node.isTextual()) {
                throw AdminError.badRequest(name + " is a text");
            }
            return node.textValue();
        });
    }

    Optional<Long> integer(String name, long min, long max) {
        return field(name).map(node -> {
            if (!node.isIntegralNumber()
                    || !node.canConvertToLong()
                    || node.longValue() < min
                    || node.longValue() > max) {
                throw AdminError.badRequest(name + " is a whole number from " + min + " to " + max);
            }
            return node.longValue();
        });
    }

    Optional<Integer> integer(String name, int min, int max) {
        return integer(name, (long) min, (long) max).map(Long::intValue);
    }

    Optional<Double> number(String name) {
        return field(name).map(node -> {
            if (!node.isNumber()) {
                throw AdminError.badRequest(name + " is a number");
            }
            return node.doubleValue();
        });
    }

    Optional<Boolean> bool(String name) {
        return field(name).map(node -> {
            if (!node.isBoolean()) {
                throw AdminError.badRequest(name + " is true or false");
            }
            return node.booleanValue();
        });
    }

    /** A length of time, as {@code "PT1.5S"} or as a number of seconds. */
    Optional<Duration> duration(String name) {
        return field(name).map(node -> {
            try {
                return node.isNumber()
                        ? Duration.ofNanos(Math.round(node.doubleValue() * 1e9))
                        : Duration.parse(node.asText());
            } catch (DateTimeException e) {
                throw AdminError.badRequest(name + " is a time like \"PT1.5S\", or a number of seconds");
            }
        });
    }

    <E extends Enum<E>> Optional<E> enumValue(String name, Class<E> values) {
        return text(name).map(text -> {
            for (var value : values.getEnumConstants()) {
                if (wireName(value).equals(text)) {
                    return value;
                }
            }
            throw AdminError.badRequest(name + " is one of " + wireNames(values) + ", not '" + text + "'");
        });
    }

    /** As JSON writes a value of an enum: in small letters. */
    static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <T> T required(Optional<T> value, String name) {
        return value.orElseThrow(() -> AdminError.badRequest("the field '" + name + "' is missing"));
    }

    private static String wireNames(Class<? extends Enum<?>> values) {
        return String.join(
                ", ",
                List.of(values.getEnumConstants()).stream()
                        .map(JsonBody::wireName)
                        .toList());
    }

    private Optional<JsonNode> field(String name) {
        return has(name) ? Optional.of(fields.get(name)) : Optional.empty();
    }
}
