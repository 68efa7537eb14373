package io.redial.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON, forgiving where the servers are careless: a number may come as text and text as a number, a boolean as
 * text, and null stands for an absent value. Anything else that does not fit is an {@link UnreadableException}.
 *
 * <p>{@linkplain #readLeniently Leniently} it also takes a list of one for the one, one for a list of one, a list of objects
 * for one object with all their members, and an empty list or an empty text for an absent object.
 *
 * <p>Not thread-safe; one reader reads one document.
 */
public final class WireReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser json;
    private final UnknownFields unknownFields;
    private final boolean lenient;

    private WireReader(JsonParser json, UnknownFields unknownFields, boolean lenient) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.lenient = lenient;
    }

    /** What to do with a member that the structure does not have. */
    @FunctionalInterface
    public interface UnknownFields {
        /** Passes over it: a newer server may say more than this version knows. */
        UnknownFields SKIP = (name, in) -> in.skip();

        /** Refuses it, for tests that want to know when an API has moved. */
        UnknownFields REFUSE = (name, in) -> {
            throw new UnreadableException("unknown field '" + name + "'");
        };

        /** Called with the value next; must read or {@linkplain WireReader#skip() skip} it. */
        void handle(String name, WireReader in);
    }

    /** Reads a whole document. */
    public static <T> T read(byte[] bytes, UnknownFields unknownFields, WireType<T> type) {
        return read(bytes, unknownFields, false, type);
    }

    /** Reads a whole document whose objects and lists may stand for each other, as some servers mix them up. */
    public static <T> T readLeniently(byte[] bytes, UnknownFields unknownFields, WireType<T> type) {
        return read(bytes, unknownFields, true, type);
    }

    private static <T> T read(byte[] bytes, UnknownFields unknownFields, boolean lenient, WireType<T> type) {
        try (var json = FACTORY.createParser(bytes)) {
            var in = new WireReader(json, unknownFields, lenient);
            in.next();
            var value = type.read(in);
            if (json.nextToken() != null) {
                throw new UnreadableException("there is more after the end of the document");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins an object: the value that comes next must be one. */
    public void beginObject() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("an object");
        }
    }

    /** Moves to the next member of the object; its value comes next. False at the end of the object. */
    public boolean nextField() {
        if (next() == JsonToken.END_OBJECT) {
            return false;
        }
        next();
        return true;
    }

    /** The name of the present member. */
    public String field() {
        return ask(JsonParser::currentName);
    }

    /** The name of the present member in small letters, for APIs that spell one name now so and now so. */
    public String fieldInSmallLetters() {
        return field().toLowerCase(Locale.ROOT);
    }

    /** How many objects and lists the present member lies in, itself not counted. */
    public int depth() {
        var context = json.getParsingContext();
        return json.currentToken().isStructStart() ? context.getNestingDepth() - 1 : context.getNestingDepth();
    }

    /** The present member is none of the structure's. */
    public void unknownField() {
        unknownFields.handle(field(), this);
    }

    /** Passes over the present value. */
    public void skip() {
        ask(JsonParser::skipChildren);
    }

    public @Nullable String string() {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isScalarValue()) {
            throw unexpected("text");
        }
        return text();
    }

    public @Nullable Long integer() {
        try {
            return switch (json.currentToken()) {
                case VALUE_NULL -> null;
                case VALUE_NUMBER_INT -> ask(JsonParser::getLongValue);
                case VALUE_NUMBER_FLOAT -> ask(JsonParser::getDecimalValue).longValueExact();
                case VALUE_STRING -> text().isEmpty() ? null : Long.valueOf(text().strip());
                default -> throw unexpected("a whole number");
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw unexpected("a whole number");
        }
    }

    public @Nullable Double decimal() {
        try {
            return switch (json.currentToken()) {
                case VALUE_NULL -> null;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ask(JsonParser::getDoubleValue);
                case VALUE_STRING -> text().isEmpty() ? null : Double.valueOf(text().strip());
                default -> throw unexpected("a number");
            };
        } catch (NumberFormatException e) {
            throw unexpected("a number");
        }
    }

    public @Nullable Boolean bool() {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING, VALUE_NUMBER_INT ->
                switch (text()) {
                    case "true", "True", "1" -> true;
                    case "false", "False", "0" -> false;
                    default -> throw unexpected("true or false");
                };
            default -> throw unexpected("true or false");
        };
    }

    /** A text value of an open value type. */
    public <T> @Nullable T string(Function<String, T> type) {
        var value = string();
        return value == null ? null : type.apply(value);
    }

    /** A numeric value of an open value type. */
    public <T> @Nullable T integer(LongFunction<T> type) {
        var value = integer();
        return value == null ? null : type.apply(value);
    }

    public @Nullable List<String> strings() {
        return list(WireReader::string);
    }

    public <T> @Nullable List<T> strings(Function<String, T> type) {
        return list(in -> in.string(type));
    }

    public <T> @Nullable List<T> integers(LongFunction<T> type) {
        return list(in -> in.integer(type));
    }

    public @Nullable List<Long> integers() {
        return list(WireReader::integer);
    }

    public @Nullable List<Double> decimals() {
        return list(WireReader::decimal);
    }

    public @Nullable List<Boolean> bools() {
        return list(WireReader::bool);
    }

    public <T> @Nullable T object(WireType<T> type) {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL || (lenient && isEmptyText(token))) {
            return null;
        }
        return lenient && token == JsonToken.START_ARRAY ? onlyItem(type) : type.read(this);
    }

    /** An object whose members are read into what is being built already; an absent one is passed over. */
    public void within(Runnable members) {
        object(WireType.of((nothing, out) -> {}, in -> {
            members.run();
            return true;
        }));
    }

    /** An object whose members are named by keys that only the answer knows; they keep their order. */
    public <T> @Nullable Map<String, T> keyed(ItemReader<T> items) {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL || (lenient && isEmptyText(token))) {
            return null;
        }
        var members = new LinkedHashMap<String, T>();
        if (lenient && token == JsonToken.START_ARRAY) {
            while (next() != JsonToken.END_ARRAY) {
                members(items, members);
            }
        } else {
            members(items, members);
        }
        return Collections.unmodifiableMap(members);
    }

    private <T> void members(ItemReader<T> items, Map<String, T> members) {
        beginObject();
        while (nextField()) {
            var key = field();
            var item = items.read(this);
            if (item != null) {
                members.put(key, item);
            }
        }
    }

    private <T> @Nullable T onlyItem(WireType<T> type) {
        if (next() == JsonToken.END_ARRAY) {
            return null;
        }
        var item = object(type);
        if (next() != JsonToken.END_ARRAY) {
            throw unexpected("one object");
        }
        return item;
    }

    private boolean isEmptyText(JsonToken token) {
        return token == JsonToken.VALUE_STRING && text().isBlank();
    }

    public <T> @Nullable List<T> objects(WireType<T> type) {
        return list(in -> in.object(type));
    }

    /** The present value as a tree of maps, lists, strings, numbers, booleans and nulls. */
    public @Nullable Object tree() {
        return switch (json.currentToken()) {
            case START_OBJECT -> treeObject();
            case START_ARRAY -> treeArray();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ask(JsonParser::getNumberValue);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> text();
        };
    }

    private Map<String, @Nullable Object> treeObject() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (nextField()) {
            members.put(field(), tree());
        }
        return members;
    }

    private List<@Nullable Object> treeArray() {
        var items = new ArrayList<@Nullable Object>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(tree());
        }
        return items;
    }

    private <T> @Nullable List<T> list(ItemReader<T> items) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return listOfOne(items);
        }
        var list = new ArrayList<T>();
        while (next() != JsonToken.END_ARRAY) {
            var item = items.read(this);
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    private <T> List<T> listOfOne(ItemReader<T> items) {
        if (!lenient) {
            throw unexpected("a list");
        }
        var item = isEmptyText(json.currentToken()) ? null : items.read(this);
        return item == null ? List.of() : List.of(item);
    }

    private JsonToken next() {
        var token = ask(JsonParser::nextToken);
        if (token == null) {
            throw new UnreadableException("the document ends too early");
        }
        return token;
    }

    private String text() {
        return ask(JsonParser::getText);
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnreadableException unexpected(String expected) {
        return new UnreadableException(
                "expected " + expected + " at " + json.getParsingContext().pathAsPointer());
    }

    private static UnreadableException unreadable(JsonProcessingException e) {
        return new UnreadableException("not JSON: " + e.getOriginalMessage(), e);
    }

    /**
     * Reads one of several values.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface ItemReader<T> {
        /** Reads the value that comes next; null stands for an absent one. */
        @Nullable
        T read(WireReader in);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(JsonParser json) throws IOException;
    }
}
