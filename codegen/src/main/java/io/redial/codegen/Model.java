package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.StructSpec;
import io.redial.catalog.TypeRef;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One class to generate: a request, an answer, or a structure that they carry.
 *
 * @param kind which of the three
 * @param name the class
 * @param api the API that it belongs to
 * @param fields its fields
 * @param action the action of a request or an answer, else null
 * @param struct the structure, else null
 */
record Model(
        Kind kind,
        ClassName name,
        Api api,
        List<FieldCode> fields,
        @Nullable ActionSpec action,
        @Nullable StructSpec struct) {

    enum Kind {
        REQUEST,
        RESPONSE,
        STRUCT
    }

    /** Where answers carry one, all do; the catalog does not repeat it for each action. */
    private static FieldSpec requestId(String name) {
        return new FieldSpec(
                name,
                "requestId",
                TypeRef.Scalar.STRING,
                false,
                false,
                null,
                false,
                "Unique ID of the request, created by the server; quote it when reporting a problem.",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                false,
                false,
                false);
    }

    static Model request(Api api, ActionSpec action) {
        return new Model(
                Kind.REQUEST, Names.request(api, action), api, fields(api, action.input(), Kind.REQUEST), action, null);
    }

    static Model response(Api api, ActionSpec action) {
        var requestId = Stream.ofNullable(api.protocol().requestId()).map(Model::requestId);
        var fields = Stream.concat(action.output().stream(), requestId).toList();
        return new Model(
                Kind.RESPONSE, Names.response(api, action), api, fields(api, fields, Kind.RESPONSE), action, null);
    }

    static Model struct(Api api, StructSpec struct) {
        return new Model(
                Kind.STRUCT,
                Names.model(api, struct.name()),
                api,
                fields(api, struct.fields(), Kind.STRUCT),
                null,
                struct);
    }

    ActionSpec requireAction() {
        return Objects.requireNonNull(action);
    }

    String simpleName() {
        return name.simpleName();
    }

    ClassName builder() {
        return name.nestedClass("Builder");
    }

    List<FieldCode> required() {
        return fields.stream().filter(FieldCode::required).toList();
    }

    /** The field of that name on the wire. */
    FieldCode field(String wireName) {
        return fields.stream()
                .filter(field -> field.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private static List<FieldCode> fields(Api api, List<FieldSpec> specs, Kind kind) {
        return specs.stream()
                .map(spec -> new FieldCode(api, spec, kind == Kind.REQUEST && spec.required()))
                .toList();
    }
}
