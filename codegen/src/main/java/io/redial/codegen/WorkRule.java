package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.HandleSpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What a request that starts work says about it beforehand. */
final class WorkRule implements ModelRule {

    @Override
    public boolean applies(Model model) {
        return model.kind() == Model.Kind.REQUEST && model.requireAction().handle() != null;
    }

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var handle = Objects.requireNonNull(model.requireAction().handle());
        type.addMethod(override("targets", ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $L", targets(model))
                .build());
        type.addMethod(override("taskTypes", ParameterizedTypeName.get(Set.class, String.class))
                .addStatement(
                        "return $T.of($L)",
                        Set.class,
                        handle.tasks().stream()
                                .map(code -> CodeBlock.of("$S", code))
                                .collect(CodeBlock.joining(", ")))
                .build());
        type.addMethod(override("until", Names.HANDLE.nestedClass("Until"))
                .addStatement("return $T.Until.$L", Names.HANDLE, handle.until().name())
                .build());
        type.addMethod(override("carriesSecret", TypeName.BOOLEAN)
                .addStatement("return $L", secret(model))
                .build());
        if (handle.kind() == HandleSpec.Kind.INSTANCE) {
            type.addMethod(override("handleOf", Names.HANDLE)
                    .addParameter(Names.response(model.api(), model.requireAction()), "response")
                    .addStatement(
                            "return $T.of($T.Kind.INSTANCE, $N).until(until())",
                            Names.HANDLE,
                            Names.HANDLE,
                            model.field(handle.field()).name())
                    .build());
        }
    }

    /** Instances are named one by one, or in a list. */
    private static CodeBlock targets(Model model) {
        var instance = model.api().instanceField();
        var listed = model.fields().stream()
                .filter(field -> field.wireName().equals(instance + "s"))
                .findFirst();
        if (listed.isPresent()) {
            return CodeBlock.of("$N", listed.get().name());
        }
        return CodeBlock.of(
                "$T.of($L)",
                List.class,
                model.required().stream()
                        .filter(field -> field.wireName().endsWith(instance))
                        .map(field -> CodeBlock.of("$N", field.name()))
                        .collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock secret(Model model) {
        var secrets = model.fields().stream()
                .filter(field -> field.spec().sensitive())
                .map(field -> CodeBlock.of("$N != null", field.name()))
                .collect(CodeBlock.joining(" || "));
        return secrets.isEmpty() ? CodeBlock.of("false") : secrets;
    }

    private static MethodSpec.Builder override(String name, TypeName returns) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns);
    }
}
