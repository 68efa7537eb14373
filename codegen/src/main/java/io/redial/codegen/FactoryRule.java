package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The ways to a new object: a builder, a builder with this object's values, and {@code of} for short requests. */
final class FactoryRule implements ModelRule {
    private static final int SHORT = 2;

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        if (model.kind() == Model.Kind.REQUEST
                && !model.required().isEmpty()
                && model.required().size() <= SHORT) {
            type.addMethod(of(model));
        }
        type.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Begins a new one.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.builder())
                .addStatement("return new Builder()")
                .build());
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Begins a new one with the values of this one.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(model.builder())
                .addStatement("return new Builder(this)")
                .build());
    }

    private static MethodSpec of(Model model) {
        var method = MethodSpec.methodBuilder("of")
                .addJavadoc("A request with what it cannot do without.\n\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.name());
        var chain = CodeBlock.builder().add("return builder()");
        for (var field : model.required()) {
            method.addParameter(field.parameterType(), field.name());
            method.addJavadoc("@param $L $L\n", field.name(), Javadoc.field(field.spec()));
            chain.add(".$N($N)", field.name(), field.name());
        }
        return method.addStatement(chain.add(".build()").build()).build();
    }
}
