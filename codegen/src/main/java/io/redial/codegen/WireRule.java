package io.redial.codegen;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Reading and writing, field by field. */
final class WireRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        type.addMethod(write(model));
        type.addMethod(read(model));
        inner(model).forEach((name, fields) -> type.addMethod(readInner(model, name, fields)));
    }

    private static MethodSpec write(Model model) {
        var method = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(model.name(), "value")
                .addParameter(Names.WIRE_WRITER, "out")
                .addStatement("out.beginObject()");
        plain(model).forEach(field -> method.addStatement(field.write()));
        inner(model).forEach((name, fields) -> {
            method.addStatement("out.beginObject($S)", name);
            fields.forEach(field -> method.addStatement(field.write()));
            method.addStatement("out.endObject()");
        });
        return method.addStatement("out.endObject()").build();
    }

    private static List<FieldCode> plain(Model model) {
        return model.fields().stream()
                .filter(field -> field.spec().within() == null)
                .toList();
    }

    /** The fields that lie in an object of the answer, by the name of that object. */
    private static Map<String, List<FieldCode>> inner(Model model) {
        return model.fields().stream()
                .filter(field -> field.spec().within() != null)
                .collect(groupingBy(
                        field -> Objects.requireNonNull(field.spec().within()), LinkedHashMap::new, toList()));
    }

    private static MethodSpec read(Model model) {
        var method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(model.name())
                .addParameter(Names.WIRE_READER, "in")
                .addStatement("var builder = new Builder()");
        beginFields(model, method, plain(model));
        inner(model)
                .keySet()
                .forEach(name -> method.addStatement(
                        "case $S -> in.within(() -> $L(in, builder))", label(model, name), reader(name)));
        endFields(method);
        // A request that lacks something is refused; an answer is taken as it comes.
        return method.addStatement(
                        "return $L",
                        model.kind() == Model.Kind.REQUEST
                                ? CodeBlock.of("builder.build()")
                                : CodeBlock.of("new $T(builder)", model.name()))
                .build();
    }

    private static MethodSpec readInner(Model model, String name, List<FieldCode> fields) {
        var method = MethodSpec.methodBuilder(reader(name))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.WIRE_READER, "in")
                .addParameter(model.builder(), "builder");
        beginFields(model, method, fields);
        endFields(method);
        return method.build();
    }

    private static void beginFields(Model model, MethodSpec.Builder method, List<FieldCode> fields) {
        method.addStatement("in.beginObject()")
                .beginControlFlow("while (in.nextField())")
                .beginControlFlow(
                        "switch (in.$L())", model.api().protocol().anyCase() ? "fieldInSmallLetters" : "field");
        for (var field : fields) {
            method.addStatement("case $S -> builder.$N = $L", field.label(), field.name(), field.read());
        }
    }

    private static void endFields(MethodSpec.Builder method) {
        method.addStatement("default -> in.unknownField()").endControlFlow().endControlFlow();
    }

    private static String label(Model model, String name) {
        return model.api().protocol().anyCase() ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static String reader(String name) {
        return "read" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
