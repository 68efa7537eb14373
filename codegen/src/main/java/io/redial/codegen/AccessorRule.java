package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The accessors: what holds several values is never null, nor is what an object cannot exist without. */
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
            if (field.several()) {
                accessor.addStatement("return $N == null ? $L : $N", field.name(), field.empty(), field.name());
            } else {
                accessor.addStatement("return $N", field.name());
            }
            type.addMethod(accessor.build());
        }
        if (model.kind() == Model.Kind.RESPONSE && model.api().protocol().requestId() == null) {
            type.addMethod(noRequestId());
        }
    }

    private static MethodSpec noRequestId() {
        return MethodSpec.methodBuilder("requestId")
                .addJavadoc("Null: calls of this API have no id.\n")
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(ClassName.get(String.class).annotated(Annotations.NULLABLE))
                .addStatement("return null")
                .build();
    }
}
