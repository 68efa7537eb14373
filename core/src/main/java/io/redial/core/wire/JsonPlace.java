package io.redial.core.wire;

/** Finds out, for an error, where in a document a value stands: what is read without one need not be kept count of. */
final class JsonPlace {
    private final JsonInput json;
    private final int target;
    private final StringBuilder path = new StringBuilder();

    private JsonPlace(JsonInput json, int target) {
        this.json = json;
        this.target = target;
    }

    /** The JSON pointer to the value that begins at a byte, which the document was read up to. */
    static String of(byte[] bytes, int valueAt) {
        var place = new JsonPlace(new JsonInput(bytes), valueAt);
        place.isWithin();
        return place.path.toString();
    }

    private boolean isWithin() {
        if (json.valueAt() == target) {
            return true;
        }
        switch (json.peek()) {
            case '{' -> {
                json.open();
                while (json.nextMember()) {
                    if (isUnder(json.name().replace("~", "~0").replace("/", "~1"))) {
                        return true;
                    }
                }
            }
            case '[' -> {
                json.open();
                for (var index = 0; json.nextItem(); index++) {
                    if (isUnder(Integer.toString(index))) {
                        return true;
                    }
                }
            }
            default -> json.skip();
        }
        return false;
    }

    private boolean isUnder(String step) {
        var length = path.length();
        path.append('/').append(step);
        var found = isWithin();
        if (!found) {
            path.setLength(length);
        }
        return found;
    }
}
