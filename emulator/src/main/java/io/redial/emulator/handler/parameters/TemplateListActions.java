package io.redial.emulator.handler.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ParameterTemplate;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.parameters.ParameterDefinition.Kind;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Collection;

/** Shows parameter templates. */
final class TemplateListActions {
    private TemplateListActions() {}

    static ObjectNode describeAll(ActionRequest call, Cloud cloud) {
        var types = call.numbers("ProductTypes");
        var names = call.texts("TemplateNames");
        var ids = call.texts("TemplateIds");
        var found = ParameterTemplates.all(cloud).all().stream()
                .filter(template ->
                        fits(types, (long) template.type()) && fits(names, template.name()) && fits(ids, template.id()))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("Items", Json.array(found, TemplateListActions::head));
        return answer;
    }

    static ObjectNode describeOne(ActionRequest call, Cloud cloud) {
        var template = ParameterTemplates.require(call, cloud);
        var parameters = ParameterTable.of(template.type());
        var answer = head(template).put("TotalCount", parameters.size());
        answer.set("Items", Json.array(parameters, parameter -> row(parameter, template)));
        return answer;
    }

    private static <T> boolean fits(Collection<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }

    private static ObjectNode head(ParameterTemplate template) {
        return Json.object()
                .put("TemplateId", template.id())
                .put("Name", template.name())
                .put("Description", template.description())
                .put("ProductType", template.type());
    }

    private static ObjectNode row(ParameterDefinition parameter, ParameterTemplate template) {
        var number = parameter.kind() == Kind.INTEGER;
        var row = Json.object()
                .put("Name", parameter.name())
                .put("ParamType", parameter.kind().wireName())
                .put("Default", parameter.defaultValue())
                .put("Description", parameter.tips())
                .put("CurrentValue", ParameterValues.of(template.values(), parameter))
                .put("NeedReboot", 0)
                .put("Max", number ? Long.toString(parameter.max()) : "")
                .put("Min", number ? Long.toString(parameter.min()) : "");
        parameter.choices().forEach(row.putArray("EnumValue")::add);
        return row;
    }
}
