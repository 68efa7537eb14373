package io.redial.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a request, a field of an answer, or a field of a structure.
 *
 * @param name the name on the wire
 * @param javaName the name in Java, in lower camel case
 * @param type the type of one value
 * @param list whether it holds a list of them
 * @param keyed whether it holds them by key: an object whose members are named by ids
 * @param within the object of the answer that it lies in, or null when it lies in the answer itself
 * @param required whether a request without it is refused
 * @param doc what it means
 * @param unit the unit of a number, or null
 * @param defaultValue what the server assumes when it is left out (String, Long, Double or Boolean), or null
 * @param min smallest value, or null
 * @param max largest value, or null
 * @param maxItems longest list, or null
 * @param allowed the values that the document lists here when they are plain quantities or only a part of the value
 *     list that is the field's type; empty when any value of the type will do
 * @param sensitive whether it is a password or a secret that must never be printed
 * @param nullable whether the document says that the server may answer {@code null}
 * @param deprecated whether the document calls it disused
 * @param internal whether the document says that it is for internal use
 */
public record FieldSpec(
        String name,
        String javaName,
        TypeRef type,
        boolean list,
        boolean keyed,
        @Nullable String within,
        boolean required,
        String doc,
        @Nullable String unit,
        @Nullable Object defaultValue,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Integer maxItems,
        List<Object> allowed,
        boolean sensitive,
        boolean nullable,
        boolean deprecated,
        boolean internal) {

    public FieldSpec {
        allowed = List.copyOf(allowed);
    }
}
