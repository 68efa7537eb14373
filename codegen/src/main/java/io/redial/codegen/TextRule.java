package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The text form: what is there, with secrets masked. */
final class TextRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var text = CodeBlock.builder().add("return new $T($S)", Names.MODEL_TEXT, model.simpleName());
        for (var field : model.fields()) {
            text.add("\n.$L($S, $N)", field.spec().sensitive() ? "secret" : "field", field.name(), field.name());
        }
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement(text.add("\n.toString()").build())
                .build());
    }
}
