package io.redial.catalog;

import java.util.List;

/**
 * A documented list of values. The list is open: a server may answer a value that no document mentions.
 *
 * @param name its name
 * @param doc what the values say
 * @param scalar how they travel: {@link TypeRef.Scalar#STRING} or {@link TypeRef.Scalar#INTEGER}
 * @param values the values
 */
public record ValueListSpec(String name, String doc, TypeRef.Scalar scalar, List<Value> values) {

    public ValueListSpec {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param wire the value on the wire, a String or a Long
     * @param name the name of its Java constant
     * @param meaning what it says
     */
    public record Value(Object wire, String name, String meaning) {}
}
