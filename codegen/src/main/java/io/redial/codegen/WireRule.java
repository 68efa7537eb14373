package io.redial.codegen;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Reading and writing, field by field. */
final class WireRule implements ModelRule {

    private static final String FIELDS = "FIELDS";

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        names(model).forEach(type::addField);
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
        var cases = new ArrayList<CodeBlock>();
        plain(model).forEach(field -> cases.add(read(field)));
        inner(model)
                .keySet()
                .forEach(name -> cases.add(CodeBlock.of("in.within(() -> $L(in, builder))", reader(name))));
        readFields(method, FIELDS, cases);
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
        readFields(method, constant(name), fields.stream().map(WireRule::read).toList());
        return method.build();
    }

    private static CodeBlock read(FieldCode field) {
        return CodeBlock.of("builder.$N = $L", field.name(), field.read());
    }

    /** Reads one member after the other; the number of a case is that of its name. */
    private static void readFields(MethodSpec.Builder method, String names, List<CodeBlock> cases) {
        method.addStatement("in.beginObject()")
                .addStatement("var field = $T.NONE", Names.FIELD_NAMES)
                .beginControlFlow("while ((field = in.nextField($N, field)) != $T.NONE)", names, Names.FIELD_NAMES)
                .beginControlFlow("switch (field)");
        for (var number = 0; number < cases.size(); number++) {
            method.addStatement("case $L -> $L", number, cases.get(number));
        }
        method.endControlFlow().endControlFlow();
    }

    /** The names of all members, and of those of each object in it. */
    private static List<FieldSpec> names(Model model) {
        var names = new ArrayList<FieldSpec>();
        var own = Stream.concat(plain(model).stream().map(FieldCode::wireName), inner(model).keySet().stream());
        names.add(names(model, FIELDS, own));
        inner(model)
                .forEach((name, fields) ->
                        names.add(names(model, constant(name), fields.stream().map(FieldCode::wireName))));
        return names;
    }

    private static FieldSpec names(Model model, String constant, Stream<String> names) {
        var anyCase = model.api().protocol().anyCase();
        return FieldSpec.builder(Names.FIELD_NAMES, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.$L($L)",
                        Names.FIELD_NAMES,
                        anyCase ? "ofAnyCase" : "of",
                        names.map(name -> CodeBlock.of("$S", anyCase ? name.toLowerCase(Locale.ROOT) : name))
                                .collect(CodeBlock.joining(",$W")))
                .build();
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT) + "_" + FIELDS;
    }

    private static String reader(String name) {
        return "read" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
