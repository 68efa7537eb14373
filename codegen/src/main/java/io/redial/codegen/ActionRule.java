package io.redial.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.Rate;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constant that joins a request to its action. */
final class ActionRule implements ModelRule {

    @Override
    public boolean applies(Model model) {
        return model.kind() == Model.Kind.REQUEST;
    }

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var action = model.requireAction();
        var response = Names.response(model.api(), action);
        var actionType = ParameterizedTypeName.get(Names.ACTION, model.name(), response);
        type.addField(FieldSpec.builder(actionType, "ACTION", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The action {@code $L}.\n", action.name())
                .initializer(
                        "$T.of($S, $S, $S, $L, $T.$L, WIRE, $T.WIRE)$L",
                        Names.ACTION,
                        action.name(),
                        model.api().service(),
                        model.api().version(),
                        rate(action.rate()),
                        Names.EFFECT,
                        action.effect().name(),
                        response,
                        busy(model.api(), action))
                .build());
        type.addMethod(MethodSpec.methodBuilder("action")
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(actionType)
                .addStatement("return ACTION")
                .build());
    }

    private static CodeBlock busy(Api api, ActionSpec action) {
        var codes = action.busy().stream()
                .flatMap(code -> api.error(code).orElseThrow().refusals().stream())
                .toList();
        return codes.isEmpty() ? CodeBlock.of("") : CodeBlock.of(".busyWhen($L)", texts(codes));
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }

    private static CodeBlock rate(Rate rate) {
        return rate.period().equals(Duration.ofSeconds(1))
                ? CodeBlock.of("$T.perSecond($L)", Names.RATE, rate.permits())
                : CodeBlock.of(
                        "new $T($L, $T.ofSeconds($L))",
                        Names.RATE,
                        rate.permits(),
                        Duration.class,
                        rate.period().toSeconds());
    }
}
