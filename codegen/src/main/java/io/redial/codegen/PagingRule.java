package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.PagingSpec;
import io.redial.catalog.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** How a request asks for another page, and finds the rows of an answer. */
final class PagingRule implements ModelRule {
    /** The largest page where the document names none: what most of the others allow. */
    private static final int LARGEST_PAGE = 100;

    @Override
    public boolean applies(Model model) {
        return model.kind() == Model.Kind.REQUEST && model.requireAction().paging() != null;
    }

    /** A row; where an answer holds several lists, the page as a whole. */
    static TypeName rowType(Model response) {
        var items = Objects.requireNonNull(response.requireAction().paging()).items();
        return items.size() == 1 ? response.field(items.get(0)).itemType() : response.name();
    }

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var paging = Objects.requireNonNull(model.requireAction().paging());
        var response = Model.response(model.api(), model.requireAction());
        var row = rowType(response);
        var position = model.field(paging.position()).name();
        var size = model.field(paging.size()).name();
        var nullableLong = TypeName.LONG.box().annotated(Annotations.NULLABLE);

        type.addMethod(override("paging", Names.PAGING)
                .addStatement(
                        "return new $T($T.Style.$L, $L, $L)",
                        Names.PAGING,
                        Names.PAGING,
                        paging.style().name(),
                        largestPage(paging),
                        paging.key() != null)
                .build());
        type.addMethod(override("requestedPosition", nullableLong)
                .addStatement("return $N", position)
                .build());
        type.addMethod(override("requestedSize", nullableLong)
                .addStatement("return $N", size)
                .build());
        type.addMethod(override("atPage", ParameterizedTypeName.get(Names.PAGED_REQUEST, response.name(), row))
                .addParameter(TypeName.LONG, "position")
                .addParameter(TypeName.LONG, "size")
                .addStatement("return toBuilder().$N(position).$N(size).build()", position, size)
                .build());
        if (!paging.order().isEmpty()) {
            type.addMethod(override("newestFirst", model.name())
                    .addStatement("return $L", newestFirst(paging, model))
                    .build());
        }
        type.addMethod(override("itemsOf", ParameterizedTypeName.get(ClassName.get(List.class), row))
                .addParameter(response.name(), "response")
                .addStatement("return $L", items(paging, response))
                .build());
        if (paging.key() != null) {
            type.addMethod(override("keyOf", Names.NULLABLE_OBJECT)
                    .addParameter(row, "row")
                    .addStatement("return row.$N()", key(paging, response))
                    .build());
        }
        type.addMethod(override("rowsOf", TypeName.INT)
                .addParameter(response.name(), "response")
                .addStatement("return $L", rows(paging, response))
                .build());
        type.addMethod(override("totalOf", nullableLong)
                .addParameter(response.name(), "response")
                .addStatement("return $L", total(paging, response))
                .build());
    }

    private static int largestPage(PagingSpec paging) {
        var maxSize = paging.maxSize();
        return maxSize == null ? LARGEST_PAGE : maxSize;
    }

    /** {@code orderBy == null && orderType == null ? toBuilder()...build() : this}. */
    private static CodeBlock newestFirst(PagingSpec paging, Model model) {
        var unordered = new ArrayList<CodeBlock>();
        var ordered = CodeBlock.builder().add("toBuilder()");
        paging.order().forEach((name, value) -> {
            var field = model.field(name);
            unordered.add(CodeBlock.of("$N == null", field.name()));
            ordered.add(".$N($L)", field.name(), literal(field, value));
        });
        return CodeBlock.of("$L ? $L.build() : this", CodeBlock.join(unordered, " && "), ordered.build());
    }

    private static CodeBlock literal(FieldCode field, Object value) {
        var plain = value instanceof String
                ? CodeBlock.of("$S", value)
                : CodeBlock.of(value instanceof Long ? "$LL" : "$L", value);
        return field.spec().type() instanceof TypeRef.Values
                ? CodeBlock.of("$T.of($L)", field.itemType(), plain)
                : plain;
    }

    private static String key(PagingSpec paging, Model response) {
        var row = (TypeRef.Struct) response.field(paging.items().get(0)).spec().type();
        var struct = response.api().types().stream()
                .filter(type -> type.name().equals(row.name()))
                .findFirst()
                .orElseThrow();
        return Model.struct(response.api(), struct)
                .field(Objects.requireNonNull(paging.key()))
                .name();
    }

    private static CodeBlock total(PagingSpec paging, Model response) {
        var totals = paging.totals().stream()
                .map(total ->
                        CodeBlock.of("response.$N()", response.field(total).name()))
                .toList();
        return switch (totals.size()) {
            case 0 -> CodeBlock.of("null");
            case 1 -> totals.get(0);
            default -> CodeBlock.of("$T.largest($L)", Names.PAGING, CodeBlock.join(totals, ", "));
        };
    }

    private static CodeBlock items(PagingSpec paging, Model response) {
        return paging.items().size() == 1
                ? CodeBlock.of(
                        "response.$N()", response.field(paging.items().get(0)).name())
                : CodeBlock.of("$T.of(response)", List.class);
    }

    private static CodeBlock rows(PagingSpec paging, Model response) {
        return paging.items().stream()
                .map(item -> CodeBlock.of(
                        "response.$N().size()", response.field(item).name()))
                .reduce((left, right) -> CodeBlock.of("Math.max($L, $L)", left, right))
                .orElseThrow();
    }

    private static MethodSpec.Builder override(String name, TypeName returns) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Annotations.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns);
    }
}
