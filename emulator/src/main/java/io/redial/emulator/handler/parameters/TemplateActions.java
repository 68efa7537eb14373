package io.redial.emulator.handler.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ParameterTemplate;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.protocol.ActionRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The actions on parameter templates. Faithful: the form of the ids, the copy of another template, and a task for each
 * instance. Made up: an account begins without templates, no template is refused for the type of an instance (what the
 * instance does not take is left at its default), and a change of a template replaces only the values that it names.
 */
public final class TemplateActions {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_TEXT = 1024;

    private TemplateActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.of(
                "CreateParamTemplate", TemplateActions::create,
                "ModifyParamTemplate", TemplateActions::modify,
                "DeleteParamTemplate", TemplateActions::delete,
                "DescribeParamTemplates", TemplateListActions::describeAll,
                "DescribeParamTemplateInfo", TemplateListActions::describeOne,
                "ApplyParamsTemplate", TemplateActions::apply);
    }

    private static ObjectNode create(ActionRequest call, Cloud cloud) {
        var source = call.has("TemplateId") ? ParameterTemplates.require(call, cloud) : null;
        if (source == null && !call.has("ProductType")) {
            throw call.error(
                    "The request names neither the parameter `ProductType` nor `TemplateId`, and one of them is needed.",
                    "MissingParameter");
        }
        var type = (int) call.number("ProductType", source == null ? 0 : source.type());
        var values = new HashMap<>(source == null ? Map.of() : source.values());
        values.putAll(ParameterValues.requested(call, "ParamList", type));
        var id = "crs-cfg-" + IdGenerator.suffix(ThreadLocalRandom.current());
        var template = new ParameterTemplate(id, text(call, "Name", ""), text(call, "Description", ""), type, values);
        if (!ParameterTemplates.all(cloud).put(template)) {
            throw call.error("There is no room for more parameter templates; delete one first.", "LimitExceeded");
        }
        return Json.object().put("TemplateId", id);
    }

    private static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var old = ParameterTemplates.require(call, cloud);
        var values = ParameterValues.requested(call, "ParamList", old.type());
        ParameterTemplates.all(cloud).update(old.id(), template -> {
            var all = new HashMap<>(template.values());
            all.putAll(values);
            return new ParameterTemplate(
                    template.id(),
                    text(call, "Name", template.name()),
                    text(call, "Description", template.description()),
                    template.type(),
                    all);
        });
        return Json.object();
    }

    private static ObjectNode delete(ActionRequest call, Cloud cloud) {
        ParameterTemplates.all(cloud)
                .remove(ParameterTemplates.require(call, cloud).id());
        return Json.object();
    }

    private static ObjectNode apply(ActionRequest call, Cloud cloud) {
        var targets = InstanceResolver.resolveRunning(call, cloud);
        if (targets.isEmpty()) {
            throw call.error("The parameter `InstanceIds` is empty; name at least one.", "InvalidParameter");
        }
        var template = ParameterTemplates.require(call, cloud);
        return ParameterTaskStarter.start(
                call, cloud, targets, state -> ParameterTemplates.values(template, state.type()));
    }

    private static String text(ActionRequest call, String parameter, String otherwise) {
        var text = call.text(parameter).orElse(otherwise);
        if (text.length() > MAX_TEXT) {
            throw call.error(
                    "The value of parameter `" + parameter + "` must have at most " + MAX_TEXT + " characters.",
                    "InvalidParameterValue");
        }
        return text;
    }
}
