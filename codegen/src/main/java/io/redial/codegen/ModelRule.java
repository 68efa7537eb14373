package io.redial.codegen;

import com.palantir.javapoet.TypeSpec;

/** Adds one thing to a generated class. */
interface ModelRule {

    /** Whether the class gets it. */
    default boolean applies(Model model) {
        return true;
    }

    /** Adds it. */
    void execute(Model model, TypeSpec.Builder type);
}
