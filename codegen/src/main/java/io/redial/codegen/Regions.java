package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.Api;
import io.redial.catalog.RegionSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class with the regions of an API. */
final class Regions {
    private static final ClassName STRING = ClassName.get(String.class);

    private final Api api;
    private final ClassName name;

    private Regions(Api api) {
        this.api = api;
        this.name = Names.model(api, "Region");
    }

    static TypeSpec type(Api api) {
        return new Regions(api).type();
    }

    private TypeSpec type() {
        var type = TypeSpec.classBuilder(name)
                .addJavadoc("A region where $L is offered.\n", api.title())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        api.regions().forEach(region -> type.addField(constant(region)));
        type.addField(all());
        attribute(type, STRING, "id", "The id on the wire, for example {@code ap-guangzhou}.");
        attribute(type, STRING, "displayName", "The name in the documents.");
        attribute(type, STRING, "host", "The host that leads to this region.");
        attribute(
                type,
                TypeName.BOOLEAN,
                "financial",
                "Whether it is a financial region: those are cut off from the others, and only their own host serves them.");
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(STRING, "id")
                .addParameter(STRING, "displayName")
                .addParameter(STRING, "host")
                .addParameter(TypeName.BOOLEAN, "financial")
                .addStatement("this.id = id")
                .addStatement("this.displayName = displayName")
                .addStatement("this.host = host")
                .addStatement("this.financial = financial")
                .build());
        type.addMethod(of());
        type.addMethod(custom());
        type.addMethod(start("all", ParameterizedTypeName.get(ClassName.get(List.class), name))
                .addJavadoc("The documented regions.\n")
                .addModifiers(Modifier.STATIC)
                .addStatement("return ALL")
                .build());
        type.addMethod(start("equals", TypeName.BOOLEAN)
                .addAnnotation(Annotations.OVERRIDE)
                .addParameter(Names.NULLABLE_OBJECT, "other")
                .addStatement("return other instanceof $T that && id.equals(that.id) && host.equals(that.host)", name)
                .build());
        type.addMethod(start("hashCode", TypeName.INT)
                .addAnnotation(Annotations.OVERRIDE)
                .addStatement("return id.hashCode()")
                .build());
        type.addMethod(start("toString", STRING)
                .addAnnotation(Annotations.OVERRIDE)
                .addStatement("return id")
                .build());
        return type.build();
    }

    private FieldSpec constant(RegionSpec region) {
        return FieldSpec.builder(name, constantName(region), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L.\n", Javadoc.escape(region.name()))
                .initializer(
                        "new $T($S, $S, $S, $L)",
                        name,
                        region.id(),
                        region.name(),
                        region.endpoint(),
                        region.financial())
                .build();
    }

    private FieldSpec all() {
        var names = api.regions().stream()
                .map(region -> CodeBlock.of("$L", constantName(region)))
                .collect(CodeBlock.joining(",$W"));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(List.class), name),
                        "ALL",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of($L)", List.class, names)
                .build();
    }

    private static void attribute(TypeSpec.Builder type, TypeName attributeType, String attribute, String doc) {
        type.addField(attributeType, attribute, Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(start(attribute, attributeType)
                .addJavadoc(doc + "\n")
                .addStatement("return $N", attribute)
                .build());
    }

    private MethodSpec of() {
        var known = api.regions().stream().map(RegionSpec::id).collect(Collectors.joining(", "));
        return start("of", name)
                .addJavadoc("""
                        The documented region with that id.

                        @throws IllegalArgumentException naming the known ones if there is none
                        """)
                .addModifiers(Modifier.STATIC)
                .addParameter(STRING, "id")
                .beginControlFlow("for (var region : ALL)")
                .beginControlFlow("if (region.id.equals(id))")
                .addStatement("return region")
                .endControlFlow()
                .endControlFlow()
                .addStatement(
                        "throw new $T($S + id + $S)",
                        IllegalArgumentException.class,
                        "unknown region '",
                        "'; known are " + known + "; Region.custom(id, host) makes one that is newer than this library")
                .build();
    }

    private MethodSpec custom() {
        return start("custom", name)
                .addJavadoc("""
                        A region that the documents do not have.

                        @param id the id on the wire
                        @param host the host that leads to it
                        """)
                .addModifiers(Modifier.STATIC)
                .addParameter(STRING, "id")
                .addParameter(STRING, "host")
                .addStatement("return new $T(id, id, host, id.endsWith($S))", name, "-fsi")
                .build();
    }

    private static MethodSpec.Builder start(String method, TypeName returns) {
        return MethodSpec.methodBuilder(method).addModifiers(Modifier.PUBLIC).returns(returns);
    }

    private static String constantName(RegionSpec region) {
        return region.id().replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
