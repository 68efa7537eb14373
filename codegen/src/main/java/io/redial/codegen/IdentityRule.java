package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Equality by value. */
final class IdentityRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var same = model.fields().stream()
                .map(field -> CodeBlock.of("$T.equals($N, that.$N)", Objects.class, field.name(), field.name()))
                .collect(CodeBlock.joining("\n&& "));
        var equals = MethodSpec.methodBuilder("equals")
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(boolean.class)
                .addParameter(Names.NULLABLE_OBJECT, "other");
        var name = model.name();
        if (model.fields().isEmpty()) {
            equals.addStatement("return other instanceof $T", name);
        } else {
            equals.addStatement("return this == other || other instanceof $T that\n&& $L", name, same);
        }
        type.addMethod(equals.build());
        type.addMethod(MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement(
                        "return $T.hash($L)",
                        Objects.class,
                        model.fields().stream()
                                .map(field -> CodeBlock.of("$N", field.name()))
                                .collect(CodeBlock.joining(",$W")))
                .build());
    }
}
