package io.redial.codegen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.redial.catalog.Api;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Generates the requests, answers, structures and value types of an API, and its list of actions. */
final class ModelGenerator {
    private final Api api;

    ModelGenerator(Api api) {
        this.api = api;
    }

    List<JavaFile> files() {
        var models = Stream.of(
                        api.types().stream().map(struct -> Model.struct(api, struct)),
                        api.actions().stream().map(action -> Model.request(api, action)),
                        api.actions().stream().map(action -> Model.response(api, action)))
                .flatMap(model -> model);
        return Stream.of(
                        models.map(ModelGenerator::type),
                        api.values().stream().map(list -> ValueTypes.type(api, list)),
                        api.regions().isEmpty() ? Stream.<TypeSpec>of() : Stream.of(Regions.type(api)),
                        Stream.of(ActionList.type(api)))
                .flatMap(type -> type)
                .map(this::file)
                .toList();
    }

    static TypeSpec type(Model model) {
        var type = TypeSpec.classBuilder(model.name()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        ModelRules.IN_ORDER.stream().filter(rule -> rule.applies(model)).forEach(rule -> rule.execute(model, type));
        return type.build();
    }

    private JavaFile file(TypeSpec type) {
        return JavaFile.builder(api.java().packageName(), type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }
}
