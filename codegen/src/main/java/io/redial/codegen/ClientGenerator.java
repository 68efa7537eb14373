package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Generates the named methods of a client: one-liners over its verb {@code call}. */
final class ClientGenerator {
    private static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");

    private final Api api;

    ClientGenerator(Api api) {
        this.api = api;
    }

    List<JavaFile> files() {
        var type = TypeSpec.interfaceBuilder(
                        ClassName.get(Names.CLIENT, api.java().client()))
                .addJavadoc("""
                        Every action of $L as a method.

                        <p>Each is a one-liner over {@link #call} and shares its contract: nothing is sent before somebody
                        subscribes, each subscription is a call of its own, and cancelling releases what the call held. A
                        request that lacks a required field is an {@link IllegalArgumentException} at once, not a signal.
                        """, api.title())
                .addAnnotation(Annotations.USES_DEPRECATED)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(call());
        for (var action : api.actions()) {
            type.addMethod(withRequest(action));
            if (!action.input().isEmpty()) {
                type.addMethod(withBuilder(action));
            }
            if (action.input().stream().noneMatch(FieldSpec::required)) {
                type.addMethod(withoutParameters(action));
            }
        }
        return List.of(JavaFile.builder(Names.CLIENT, type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build());
    }

    private static MethodSpec call() {
        var response = TypeVariableName.get("O", Names.API_RESPONSE);
        return MethodSpec.methodBuilder("call")
                .addJavadoc("Sends one request, and signals its answer or the error.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addTypeVariable(response)
                .addParameter(ParameterizedTypeName.get(Names.API_REQUEST, response), "request")
                .returns(ParameterizedTypeName.get(MONO, response))
                .build();
    }

    private MethodSpec withRequest(ActionSpec action) {
        return start(action)
                .addParameter(Names.request(api, action), "request")
                .addStatement("return call(request)")
                .build();
    }

    private MethodSpec withBuilder(ActionSpec action) {
        var builder = Names.request(api, action).nestedClass("Builder");
        return start(action)
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(builder)),
                        "request")
                .addStatement("var builder = $T.builder()", Names.request(api, action))
                .addStatement("request.accept(builder)")
                .addStatement("return call(builder.build())")
                .build();
    }

    private MethodSpec withoutParameters(ActionSpec action) {
        return start(action)
                .addStatement("return call($T.builder().build())", Names.request(api, action))
                .build();
    }

    private MethodSpec.Builder start(ActionSpec action) {
        var method = MethodSpec.methodBuilder(Names.method(action))
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(Javadoc.block(Javadoc.action(action) + "\n"))
                .returns(ParameterizedTypeName.get(MONO, Names.response(api, action)));
        if (action.deprecation() != null) {
            method.addJavadoc(Javadoc.block("\n@deprecated " + Javadoc.escape(action.deprecation()) + "\n"));
            method.addAnnotation(Annotations.DEPRECATED);
        }
        return method;
    }
}
