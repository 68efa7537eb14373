package io.redial.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The builder. It refuses to build without a required field, and names every one that is missing. */
final class BuilderRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var builder = TypeSpec.classBuilder("Builder")
                .addJavadoc("Collects the values of a {@link $T}. Not thread-safe.\n", model.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        model.fields().forEach(field -> builder.addField(field.storedType(), field.name(), Modifier.PRIVATE));
        builder.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        builder.addMethod(copy(model));
        for (var field : model.fields()) {
            builder.addMethod(setter(model, field));
            if (field.spec().list()) {
                builder.addMethod(varargsSetter(model, field));
            }
        }
        type.addType(builder.addMethod(build(model)).build());
    }

    private static MethodSpec copy(Model model) {
        var constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(model.name(), "from");
        model.fields().forEach(field -> constructor.addStatement("this.$N = from.$N", field.name(), field.name()));
        return constructor.build();
    }

    private static MethodSpec setter(Model model, FieldCode field) {
        var setter = start(model, field).addParameter(field.parameterType(), field.name());
        if (field.several()) {
            setter.addStatement("this.$N = $L", field.name(), field.copy());
        } else if (field.parameterType().isPrimitive()) {
            setter.addStatement("this.$N = $N", field.name(), field.name());
        } else {
            setter.addStatement(
                    "this.$N = $T.requireNonNull($N, $S)", field.name(), Objects.class, field.name(), field.name());
        }
        return setter.addStatement("return this").build();
    }

    private static MethodSpec varargsSetter(Model model, FieldCode field) {
        return start(model, field)
                .addParameter(ArrayTypeName.of(field.itemType()), field.name())
                .varargs()
                .addStatement("return $N($T.of($N))", field.name(), List.class, field.name())
                .build();
    }

    private static MethodSpec.Builder start(Model model, FieldCode field) {
        var setter = MethodSpec.methodBuilder(field.name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadoc.block(Javadoc.field(field.spec()) + (field.required() ? " Required.\n" : "\n")))
                .returns(model.builder());
        if (field.spec().deprecated()) {
            setter.addJavadoc("\n@deprecated The document calls it disused.\n");
            setter.addAnnotation(Annotations.DEPRECATED);
        }
        return setter;
    }

    private static MethodSpec build(Model model) {
        var build =
                MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(model.name());
        if (model.required().isEmpty()) {
            build.addJavadoc("Builds it.\n");
        } else {
            build.addJavadoc(
                    "Builds it.\n\n@throws IllegalArgumentException naming every required field that is missing\n");
            var check = CodeBlock.builder().add("new $T($S)", Names.REQUIRED_FIELDS, model.simpleName());
            model.required().forEach(field -> check.add("\n.field($S, $N)", field.name(), field.name()));
            build.addStatement(check.add("\n.check()").build());
        }
        return build.addStatement("return new $T(this)", model.name()).build();
    }
}
