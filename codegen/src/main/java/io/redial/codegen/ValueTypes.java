package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.Api;
import io.redial.catalog.TypeRef.Scalar;
import io.redial.catalog.ValueListSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A documented list of values as an open type: a value that the list does not have survives the trip. */
final class ValueTypes {
    private ValueTypes() {}

    static TypeSpec type(Api api, ValueListSpec list) {
        var name = Names.model(api, list.name());
        var number = list.scalar() == Scalar.INTEGER;
        var wire = number ? TypeName.LONG : ClassName.get(String.class);
        var type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Javadoc.block(Javadoc.escape(list.doc())
                        + "\n\n<p>The list is open: the server may answer a value that no document mentions.\n"));
        list.values().forEach(value -> type.addField(constant(name, value)));
        type.addField(known(name, list));
        type.addField(wire, "value", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(wire, "value")
                .addStatement("this.value = value")
                .build());
        type.addMethod(of(name, wire, number));
        type.addMethod(method("known", ParameterizedTypeName.get(ClassName.get(List.class), name))
                .addJavadoc("The documented values.\n")
                .addModifiers(Modifier.STATIC)
                .addStatement("return KNOWN")
                .build());
        type.addMethod(method("value", wire)
                .addJavadoc("The value on the wire.\n")
                .addStatement("return value")
                .build());
        type.addMethod(method("isKnown", TypeName.BOOLEAN)
                .addJavadoc("Whether the value is one of the documented ones.\n")
                .addStatement("return KNOWN.contains(this)")
                .build());
        type.addMethod(method("equals", TypeName.BOOLEAN)
                .addAnnotation(Annotations.OVERRIDE)
                .addParameter(Names.NULLABLE_OBJECT, "other")
                .addStatement(
                        number
                                ? "return other instanceof $T that && value == that.value"
                                : "return other instanceof $T that && value.equals(that.value)",
                        name)
                .build());
        type.addMethod(method("hashCode", TypeName.INT)
                .addAnnotation(Annotations.OVERRIDE)
                .addStatement(number ? "return Long.hashCode(value)" : "return value.hashCode()")
                .build());
        type.addMethod(text(list, number));
        return type.build();
    }

    private static FieldSpec constant(ClassName name, ValueListSpec.Value value) {
        return FieldSpec.builder(name, value.name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "<code>$L</code>: $L.\n",
                        Javadoc.escape(String.valueOf(value.wire())),
                        Javadoc.escape(value.meaning()))
                .initializer("new $T($L)", name, literal(value.wire()))
                .build();
    }

    private static FieldSpec known(ClassName name, ValueListSpec list) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(List.class), name),
                        "KNOWN",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$T.of($L)",
                        List.class,
                        list.values().stream()
                                .map(value -> CodeBlock.of("$N", value.name()))
                                .collect(CodeBlock.joining(",$W")))
                .build();
    }

    private static MethodSpec of(ClassName name, TypeName wire, boolean number) {
        return method("of", name)
                .addJavadoc("The constant with that value, or a new one if the documents do not have it.\n")
                .addModifiers(Modifier.STATIC)
                .addParameter(wire, "value")
                .beginControlFlow("for (var known : KNOWN)")
                .beginControlFlow(number ? "if (known.value == value)" : "if (known.value.equals(value))")
                .addStatement("return known")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return new $T(value)", name)
                .build();
    }

    private static MethodSpec text(ValueListSpec list, boolean number) {
        var text = method("toString", ClassName.get(String.class)).addAnnotation(Annotations.OVERRIDE);
        if (!number) {
            return text.addStatement("return value").build();
        }
        text.beginControlFlow("if (value < $T.MIN_VALUE || value > $T.MAX_VALUE)", Integer.class, Integer.class)
                .addStatement("return Long.toString(value)")
                .endControlFlow()
                .beginControlFlow("return switch ((int) value)");
        list.values().forEach(value -> text.addStatement("case $L -> $S", value.wire(), value.name()));
        return text.addStatement("default -> Long.toString(value)")
                .addCode("$<};\n")
                .build();
    }

    private static MethodSpec.Builder method(String name, TypeName returns) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returns);
    }

    private static CodeBlock literal(Object wire) {
        return wire instanceof Long ? CodeBlock.of("$LL", wire) : CodeBlock.of("$S", wire);
    }
}
