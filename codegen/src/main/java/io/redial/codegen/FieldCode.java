package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one field is written in Java.
 *
 * @param api the API that it belongs to
 * @param spec what the catalog says
 * @param alwaysThere whether an object cannot exist without it
 */
record FieldCode(Api api, FieldSpec spec, boolean alwaysThere) {

    String name() {
        return spec.javaName();
    }

    String wireName() {
        return spec.name();
    }

    /** Whether it holds several values, and so is empty rather than null. */
    boolean several() {
        return spec.list() || spec.keyed();
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
        if (spec.keyed()) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), itemType());
        }
        return spec.list() ? ParameterizedTypeName.get(ClassName.get(List.class), itemType()) : itemType();
    }

    /** The type that a setter takes. */
    TypeName parameterType() {
        return several() || !itemType().isBoxedPrimitive()
                ? storedType()
                : itemType().unbox();
    }

    /** The type that the accessor returns. */
    TypeName accessorType() {
        if (several()) {
            return storedType();
        }
        return alwaysThere ? parameterType() : itemType().annotated(Annotations.NULLABLE);
    }

    /** What holds no value: {@code List.of()}. */
    CodeBlock empty() {
        return CodeBlock.of("$T.of()", spec.keyed() ? Map.class : List.class);
    }

    /** The several values that a setter was given, out of reach of who gave them. */
    CodeBlock copy() {
        return spec.keyed()
                ? CodeBlock.of("$T.unmodifiableMap(new $T<>($N))", Collections.class, LinkedHashMap.class, name())
                : CodeBlock.of("$T.copyOf($N)", List.class, name());
    }

    /** {@code out.integer("MemSize", value.memSize)}. */
    CodeBlock write() {
        var wire = CodeBlock.of("$S", wireName());
        var value = CodeBlock.of("value.$N", name());
        return spec.keyed()
                ? CodeBlock.of("out.keyed($L, $L, (key, item) -> $L)", wire, value, write("", "key", "item"))
                : write(spec.list() ? "s" : "", wire, value);
    }

    private CodeBlock write(String plural, Object wire, Object value) {
        if (spec.type() instanceof TypeRef.Struct) {
            return CodeBlock.of("out.object$L($L, $L, $T.WIRE)", plural, wire, value, typeClass());
        }
        if (spec.type() instanceof TypeRef.Values) {
            return CodeBlock.of("out.$L$L($L, $L, $T::value)", scalarMethod(), plural, wire, value, typeClass());
        }
        return CodeBlock.of("out.$L$L($L, $L)", scalarMethod(), plural, wire, value);
    }

    /** {@code in.integer()}. */
    CodeBlock read() {
        return spec.keyed()
                ? CodeBlock.of("in.keyed(item -> $L)", read("item", ""))
                : read("in", spec.list() ? "s" : "");
    }

    private CodeBlock read(String in, String plural) {
        if (spec.type() instanceof TypeRef.Struct) {
            return CodeBlock.of("$L.object$L($T.WIRE)", in, plural, typeClass());
        }
        if (spec.type() instanceof TypeRef.Values) {
            return CodeBlock.of("$L.$L$L($T::of)", in, scalarMethod(), plural, typeClass());
        }
        return CodeBlock.of("$L.$L$L()", in, scalarMethod(), plural);
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
            return Names.model(api, struct.name());
        }
        return Names.model(api, ((TypeRef.Values) spec.type()).name());
    }
}
