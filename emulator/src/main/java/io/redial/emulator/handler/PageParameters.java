package io.redial.emulator.handler;

import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.stream.Stream;

/** The part of a list that a call asks for with Offset and Limit. */
public record PageParameters(long offset, long limit) {
    private static final int DEFAULT_LIMIT = 20;

    /** The catalog bounds a page from above only. */
    public static PageParameters of(ActionRequest call) {
        var page = new PageParameters(call.number("Offset", 0), call.number("Limit", DEFAULT_LIMIT));
        if (page.limit < 1) {
            throw call.error("The value of parameter `Limit` must be at least 1.", "InvalidParameterValue");
        }
        if (page.offset < 0) {
            throw call.error("The value of parameter `Offset` must be at least 0.", "InvalidParameterValue");
        }
        return page;
    }

    /** The part of a list that can be cut anywhere at once. */
    public <T> List<T> of(List<T> all) {
        var from = (int) Math.min(offset, all.size());
        return all.subList(from, (int) Math.min(from + limit, all.size()));
    }

    /** The part of a list that has to be walked. */
    public <T> List<T> of(Stream<T> all) {
        return all.skip(offset).limit(limit).toList();
    }
}
