package io.redial.catalog;

/** The type of a field: a plain value, a value out of a documented list, or a structure. */
public sealed interface TypeRef {

    /** A plain value. */
    enum Scalar implements TypeRef {
        STRING,
        INTEGER,
        FLOAT,
        BOOLEAN
    }

    /** A value out of a documented list, see {@link Api#values()}. */
    record Values(String name, Scalar scalar) implements TypeRef {}

    /** A structure, see {@link Api#types()}. */
    record Struct(String name) implements TypeRef {}
}
