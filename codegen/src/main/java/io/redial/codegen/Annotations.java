package io.redial.codegen;

import com.palantir.javapoet.AnnotationSpec;

/** The annotations that generated code carries. */
final class Annotations {
    static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(Names.NULLABLE).build();
    static final AnnotationSpec OVERRIDE =
            AnnotationSpec.builder(Override.class).build();
    static final AnnotationSpec DEPRECATED =
            AnnotationSpec.builder(Deprecated.class).build();

    /** Generated code names what is deprecated because it has to offer it. */
    static final AnnotationSpec USES_DEPRECATED = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "deprecation")
            .build();

    private Annotations() {}
}
