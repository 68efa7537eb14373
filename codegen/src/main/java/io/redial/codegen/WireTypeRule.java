package io.redial.codegen;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The constant that knows how the class travels. */
final class WireTypeRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(Names.WIRE_TYPE, model.name()),
                        "WIRE",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of($T::write, $T::read)", Names.WIRE_TYPE, model.name(), model.name())
                .build());
    }
}
