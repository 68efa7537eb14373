package io.redial.codegen;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The private fields, and the constructor that takes them from the builder. */
final class FieldsRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(model.builder(), "builder");
        for (var field : model.fields()) {
            type.addField(field.storedType(), field.name(), Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("this.$N = builder.$N", field.name(), field.name());
        }
        type.addMethod(constructor.build());
    }
}
