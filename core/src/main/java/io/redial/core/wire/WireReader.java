package io.redial.core.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int FEW = 16;
    private static final @Nullable Object[] NO_ITEMS = {};

    private final JsonInput json;
    private final UnknownFields unknownFields;
    private final boolean lenient;

    /** The items of the lists that are being read, those of an inner list above those of the outer ones. */
    private @Nullable Object[] items = NO_ITEMS;

    private int itemCount;

    private WireReader(JsonInput json, UnknownFields unknownFields, boolean lenient) {
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
        var json = new JsonInput(bytes);
        var value = type.read(new WireReader(json, unknownFields, lenient));
        if (!json.isAtEnd()) {
            throw new UnreadableException("there is more after the end of the document");
        }
        return value;
    }

    /** Begins an object: the value that comes next must be one. */
    public void beginObject() {
        if (json.peek() != '{') {
            throw unexpected("an object");
        }
        json.open();
    }

    /**
     * Moves to the next member of the object; its value comes next. False at the end of the object. A value that nobody read
     * is passed over.
     */
    public boolean nextField() {
        return json.nextMember();
    }

    /**
     * Moves to the next member that a structure has; its value comes next. Others are {@linkplain UnknownFields unknown}.
     *
     * @param names the members of the structure
     * @param previous the number of the member before, or {@link FieldNames#NONE} at the beginning
     * @return the number of the member, or {@link FieldNames#NONE} at the end of the object
     */
    public int nextField(FieldNames names, int previous) {
        var number = json.nextMember(names, previous);
        while (number == FieldNames.UNKNOWN) {
            unknownField();
            number = json.nextMember(names, previous);
        }
        return number;
    }

    /** The name of the present member, whose value was not read yet. */
    public String field() {
        return json.name();
    }

    /** The name of the present member in small letters, for APIs that spell one name now so and now so. */
    public String fieldInSmallLetters() {
        return field().toLowerCase(Locale.ROOT);
    }

    /** How many objects and lists the present member lies in, itself not counted. */
    public int depth() {
        return json.depth();
    }

    /** The present member is none of the structure's. */
    public void unknownField() {
        if (unknownFields == UnknownFields.SKIP) {
            skip();
        } else {
            unknownFields.handle(field(), this);
        }
    }

    /** Passes over the present value. */
    public void skip() {
        json.skip();
    }

    public @Nullable String string() {
        return json.isText() ? json.text() : unusualText();
    }

    private @Nullable String unusualText() {
        if (json.passNull()) {
            return null;
        }
        return switch (json.peek()) {
            case '{', '[' -> throw unexpected("text");
            default -> json.literal();
        };
    }

    public @Nullable Long integer() {
        if (json.isInteger()) {
            return json.integer();
        }
        return unusualInteger();
    }

    private @Nullable Long unusualInteger() {
        if (json.passNull()) {
            return null;
        }
        try {
            return switch (json.peek()) {
                case '"' -> unlessEmpty(json.text(), Long::valueOf);
                case '{', '[', 't', 'f' -> throw unexpected("a whole number");
                default -> new BigDecimal(json.literal()).longValueExact();
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw unexpected("a whole number");
        }
    }

    public @Nullable Double decimal() {
        if (json.isInteger()) {
            return (double) json.integer();
        }
        return unusualDecimal();
    }

    private @Nullable Double unusualDecimal() {
        if (json.passNull()) {
            return null;
        }
        try {
            return switch (json.peek()) {
                case '"' -> unlessEmpty(json.text(), Double::valueOf);
                case '{', '[', 't', 'f' -> throw unexpected("a number");
                default -> Double.valueOf(json.literal());
            };
        } catch (NumberFormatException e) {
            throw unexpected("a number");
        }
    }

    private static <T> @Nullable T unlessEmpty(String text, Function<String, T> number) {
        return text.isEmpty() ? null : number.apply(text.strip());
    }

    public @Nullable Boolean bool() {
        return switch (json.peek()) {
            case 't', 'f' -> isTrue();
            case '{', '[' -> throw unexpected("true or false");
            default -> json.passNull() ? null : asBoolean(json.isText() ? json.text() : json.literal());
        };
    }

    private boolean isTrue() {
        json.skip();
        return json.peek() == 't';
    }

    private Boolean asBoolean(String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
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
        if (json.passNull()) {
            return null;
        }
        if (lenient && json.peek() == '[') {
            return onlyItem(type);
        }
        return lenient && isBlankText() ? null : type.read(this);
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
        if (json.passNull()) {
            return null;
        }
        if (lenient && isBlankText()) {
            return null;
        }
        var members = new LinkedHashMap<String, T>();
        if (lenient && json.peek() == '[') {
            json.open();
            while (json.nextItem()) {
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
        json.open();
        if (!json.nextItem()) {
            return null;
        }
        var item = object(type);
        if (json.nextItem()) {
            throw unexpected("one object");
        }
        return item;
    }

    private boolean isBlankText() {
        return json.isText() && json.text().isBlank();
    }

    public <T> @Nullable List<T> objects(WireType<T> type) {
        return lenient ? list(in -> in.object(type)) : list(type);
    }

    /** The present value as a tree of maps, lists, strings, numbers, booleans and nulls. */
    public @Nullable Object tree() {
        if (json.passNull()) {
            return null;
        }
        return switch (json.peek()) {
            case '{' -> treeObject();
            case '[' -> treeArray();
            case '"' -> json.text();
            case 't', 'f' -> Boolean.valueOf(json.literal());
            default -> number();
        };
    }

    private Number number() {
        var number = json.literal();
        if (number.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return Double.valueOf(number);
        }
        var whole = new BigInteger(number);
        return switch ((whole.bitLength() + 32) / 32) {
            case 1 -> whole.intValue();
            case 2 -> whole.longValue();
            default -> whole;
        };
    }

    private Map<String, @Nullable Object> treeObject() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        json.open();
        while (nextField()) {
            members.put(field(), tree());
        }
        return members;
    }

    private List<@Nullable Object> treeArray() {
        var found = new ArrayList<@Nullable Object>();
        json.open();
        while (json.nextItem()) {
            found.add(tree());
        }
        return found;
    }

    /** Items that are null are left out. Nobody can change the list. */
    private <T> @Nullable List<T> list(ItemReader<T> reader) {
        if (json.passNull()) {
            return null;
        }
        if (json.peek() != '[') {
            return listOfOne(reader);
        }
        var first = itemCount;
        json.open();
        while (json.nextItem()) {
            var item = reader.read(this);
            if (item != null) {
                keep(item);
            }
        }
        return itemsFrom(first);
    }

    private void keep(Object item) {
        if (itemCount == items.length) {
            items = Arrays.copyOf(items, Math.max(FEW, 2 * itemCount));
        }
        items[itemCount++] = item;
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> itemsFrom(int first) {
        if (first == itemCount) {
            return List.of();
        }
        var list = (List<T>) List.of(Arrays.copyOfRange(items, first, itemCount));
        Arrays.fill(items, first, itemCount, null);
        itemCount = first;
        return list;
    }

    private <T> List<T> listOfOne(ItemReader<T> reader) {
        if (!lenient) {
            throw unexpected("a list");
        }
        if (isBlankText()) {
            return List.of();
        }
        var item = reader.read(this);
        return item == null ? List.of() : List.of(item);
    }

    private UnreadableException unexpected(String expected) {
        return json.isValue()
                ? new UnreadableException("expected " + expected + " at " + json.place())
                : json.unexpected(expected);
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
}
