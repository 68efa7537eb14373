package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Reading and writing, field by field. */
final class WireRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        type.addMethod(write(model));
        type.addMethod(read(model));
    }

    private static MethodSpec write(Model model) {
        var method = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(model.name(), "value")
                .addParameter(Names.WIRE_WRITER, "out")
                .addStatement("out.beginObject()");
        model.fields().forEach(field -> method.addStatement(field.write()));
        return method.addStatement("out.endObject()").build();
    }

    private static MethodSpec read(Model model) {
        var method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(model.name())
                .addParameter(Names.WIRE_READER, "in")
                .addStatement("var builder = new Builder()")
                .addStatement("in.beginObject()")
                .beginControlFlow("while (in.nextField())")
                .beginControlFlow("switch (in.field())");
        for (var field : model.fields()) {
            method.addStatement("case $S -> builder.$N = $L", field.wireName(), field.name(), field.read());
        }
        method.addStatement("default -> in.unknownField()").endControlFlow().endControlFlow();
        // A request that lacks something is refused; an answer is taken as it comes.
        return method.addStatement(
                        "return $L",
                        model.kind() == Model.Kind.REQUEST
                                ? CodeBlock.of("builder.build()")
                                : CodeBlock.of("new $T(builder)", model.name()))
                .build();
    }
}
