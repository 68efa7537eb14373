package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.redial.catalog.Api;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that lists every action of an API. */
final class ActionList {
    private ActionList() {}

    static TypeSpec type(Api api) {
        var any = WildcardTypeName.subtypeOf(Object.class);
        var action = ParameterizedTypeName.get(Names.ACTION, any, any);
        var list = ParameterizedTypeName.get(ClassName.get(List.class), action);
        return TypeSpec.classBuilder(Names.model(api, api.java().actions()))
                .addJavadoc("Every action of $L, version $L.\n", api.title(), api.version())
                .addAnnotation(Annotations.USES_DEPRECATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(list, "ALL", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.of(\n$L)",
                                List.class,
                                api.actions().stream()
                                        .map(a -> CodeBlock.of("$T.ACTION", Names.request(api, a)))
                                        .collect(CodeBlock.joining(",\n")))
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("all")
                        .addJavadoc("All of them, in the order of the document.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(list)
                        .addStatement("return ALL")
                        .build())
                .build();
    }
}
