package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.util.List;

/**
 * How one field is written in Java.
 *
 * @param spec what the catalog says
 * @param alwaysThere whether an object cannot exist without it
 */
record FieldCode(FieldSpec spec, boolean alwaysThere) {

    String name() {
        return spec.javaName();
    }

    String wireName() {
        return spec.name();
    }

    boolean required() {
        return spec.required();
    }

    /** The type of one value, boxed. */
    TypeName itemType() {
        if (spec.type() instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING -> ClassName.get(String.class);
                case INTEGER -> ClassName.get(Long.class);
                case FLOAT -> ClassName.get(Double.class);
                case BOOLEAN -> ClassName.get(Boolean.class);
            };
        }
        return typeClass();
    }

    /** The type of the private field: boxed, and null for an absent value. */
    TypeName storedType() {
        return spec.list() ? ParameterizedTypeName.get(ClassName.get(List.class), itemType()) : itemType();
    }

    /** The type that a setter takes. */
    TypeName parameterType() {
        return spec.list() || !itemType().isBoxedPrimitive()
                ? storedType()
                : itemType().unbox();
    }

    /** The type that the accessor returns. */
    TypeName accessorType() {
        if (spec.list()) {
            return storedType();
        }
        return alwaysThere ? parameterType() : itemType().annotated(Annotations.NULLABLE);
    }

    /** {@code out.integer("MemSize", value.memSize)}. */
    CodeBlock write() {
        var value = CodeBlock.of("value.$N", name());
        var list = spec.list() ? "s" : "";
        if (spec.type() instanceof TypeRef.Struct) {
            return CodeBlock.of("out.object$L($S, $L, $T.WIRE)", list, wireName(), value, typeClass());
        }
        if (spec.type() instanceof TypeRef.Values) {
            return CodeBlock.of("out.$L$L($S, $L, $T::value)", scalarMethod(), list, wireName(), value, typeClass());
        }
        return CodeBlock.of("out.$L$L($S, $L)", scalarMethod(), list, wireName(), value);
    }

    /** {@code in.integer()}. */
    CodeBlock read() {
        var list = spec.list() ? "s" : "";
        if (spec.type() instanceof TypeRef.Struct) {
            return CodeBlock.of("in.object$L($T.WIRE)", list, typeClass());
        }
        if (spec.type() instanceof TypeRef.Values) {
            return CodeBlock.of("in.$L$L($T::of)", scalarMethod(), list, typeClass());
        }
        return CodeBlock.of("in.$L$L()", scalarMethod(), list);
    }

    private String scalarMethod() {
        var scalar = spec.type() instanceof TypeRef.Values values ? values.scalar() : (Scalar) spec.type();
        return switch (scalar) {
            case STRING -> "string";
            case INTEGER -> "integer";
            case FLOAT -> "decimal";
            case BOOLEAN -> "bool";
        };
    }

    private ClassName typeClass() {
        if (spec.type() instanceof TypeRef.Struct struct) {
            return Names.model(struct.name());
        }
        return Names.model(((TypeRef.Values) spec.type()).name());
    }
}
