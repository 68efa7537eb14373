package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.HandleSpec;
import io.redial.catalog.TypeRef.Scalar;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The handle of an answer that leaves work behind. */
final class HandleRule implements ModelRule {

    @Override
    public boolean applies(Model model) {
        return model.kind() == Model.Kind.RESPONSE && model.requireAction().handle() != null;
    }

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var handle = Objects.requireNonNull(model.requireAction().handle());
        if (handle.kind() == HandleSpec.Kind.INSTANCE) {
            type.addMethod(start().addJavadoc(
                            "Null: the work has no name of its own, and only the request knows the instance.\n")
                    .addStatement("return null")
                    .build());
            return;
        }
        var field = model.field(handle.field());
        type.addMethod(start().addStatement(
                        "return $L ? null : $L",
                        absent(field),
                        CodeBlock.of(
                                "$T.of($T.Kind.$L, $L)$L",
                                Names.HANDLE,
                                Names.HANDLE,
                                handle.kind().name(),
                                field.spec().list()
                                        ? CodeBlock.of("$N.stream().map(String::valueOf).toList()", field.name())
                                        : id(field),
                                until(handle)))
                .build());
    }

    private static MethodSpec.Builder start() {
        return MethodSpec.methodBuilder("handle")
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.HANDLE.annotated(Annotations.NULLABLE));
    }

    private static CodeBlock absent(FieldCode field) {
        return field.spec().list()
                ? CodeBlock.of("$N == null || $N.isEmpty()", field.name(), field.name())
                : CodeBlock.of("$N == null", field.name());
    }

    private static CodeBlock id(FieldCode field) {
        return field.spec().type() == Scalar.STRING
                ? CodeBlock.of("$N", field.name())
                : CodeBlock.of("String.valueOf($N)", field.name());
    }

    private static CodeBlock until(HandleSpec handle) {
        return handle.kind() == HandleSpec.Kind.DEAL
                ? CodeBlock.of(
                        ".until($T.Until.$L)", Names.HANDLE, handle.until().name())
                : CodeBlock.of("");
    }
}
