package io.redial.codegen;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The accessors: lists are never null, and what an object cannot exist without is not nullable. */
final class AccessorRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        for (var field : model.fields()) {
            var accessor = MethodSpec.methodBuilder(field.name())
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc(Javadoc.block(Javadoc.field(field.spec()) + "\n"))
                    .returns(field.accessorType());
            if (model.kind() == Model.Kind.RESPONSE && field.name().equals("requestId")) {
                accessor.addAnnotation(Annotations.OVERRIDE);
            }
            if (field.spec().deprecated()) {
                accessor.addJavadoc("\n@deprecated The document calls it disused.\n");
                accessor.addAnnotation(Annotations.DEPRECATED);
            }
            if (field.spec().list()) {
                accessor.addStatement("return $N == null ? $T.of() : $N", field.name(), List.class, field.name());
            } else {
                accessor.addStatement("return $N", field.name());
            }
            type.addMethod(accessor.build());
        }
    }
}
