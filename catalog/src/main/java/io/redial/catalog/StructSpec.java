package io.redial.catalog;

import java.util.List;

/**
 * A structure that requests or answers carry.
 *
 * @param name its name
 * @param doc what it is
 * @param source where the document describes it
 * @param fields its fields
 */
public record StructSpec(String name, String doc, String source, List<FieldSpec> fields) {
    public StructSpec {
        fields = List.copyOf(fields);
    }
}
