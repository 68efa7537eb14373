package io.redial.codegen;

import com.palantir.javapoet.TypeSpec;
import java.util.Objects;

/** Says what the class is, what the server allows, and where the document describes it. */
final class ModelDocRule implements ModelRule {

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        type.addJavadoc(Javadoc.block(text(model) + "\n"));
        var action = model.action();
        if (action != null && action.deprecation() != null) {
            type.addJavadoc(Javadoc.block("\n@deprecated " + Javadoc.escape(action.deprecation()) + "\n"));
            type.addAnnotation(Annotations.DEPRECATED);
        } else {
            type.addAnnotation(Annotations.USES_DEPRECATED);
        }
    }

    private static String text(Model model) {
        return switch (model.kind()) {
            case REQUEST ->
                Javadoc.action(model.requireAction())
                        + Javadoc.errors(model.api(), model.requireAction())
                        + Javadoc.source(model.api(), model.requireAction().source());
            case RESPONSE ->
                "The answer to {@code " + model.requireAction().name() + "}."
                        + Javadoc.source(model.api(), model.requireAction().source());
            case STRUCT -> {
                var struct = Objects.requireNonNull(model.struct());
                yield Javadoc.escape(struct.doc()) + Javadoc.source(model.api(), struct.source());
            }
        };
    }
}
