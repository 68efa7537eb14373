package io.redial.emulator.behaviour.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ParameterTemplate;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Ids;
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
    public static Map<String, Behaviour> all() {
        return Map.of(
                "CreateParamTemplate", TemplateActions::create,
                "ModifyParamTemplate", TemplateActions::modify,
                "DeleteParamTemplate", TemplateActions::delete,
                "DescribeParamTemplates", TemplateLists::all,
                "DescribeParamTemplateInfo", TemplateLists::one,
                "ApplyParamsTemplate", TemplateActions::apply);
    }

    private static ObjectNode create(Call call, Cloud cloud) {
        var source = call.has("TemplateId") ? Templates.named(call, cloud) : null;
        if (source == null && !call.has("ProductType")) {
            throw call.refusal(
                    "The request names neither the parameter `ProductType` nor `TemplateId`, and one of them is needed.",
                    "MissingParameter");
        }
        var type = (int) call.number("ProductType", source == null ? 0 : source.type());
        var values = new HashMap<>(source == null ? Map.of() : source.values());
        values.putAll(Values.wanted(call, "ParamList", type));
        var id = "crs-cfg-" + Ids.letters(ThreadLocalRandom.current());
        var template = new ParameterTemplate(id, text(call, "Name", ""), text(call, "Description", ""), type, values);
        if (!Templates.all(cloud).put(template)) {
            throw call.refusal("There is no room for more parameter templates; delete one first.", "LimitExceeded");
        }
        return Json.object().put("TemplateId", id);
    }

    private static ObjectNode modify(Call call, Cloud cloud) {
        var old = Templates.named(call, cloud);
        var values = Values.wanted(call, "ParamList", old.type());
        Templates.all(cloud).change(old.id(), template -> {
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

    private static ObjectNode delete(Call call, Cloud cloud) {
        Templates.all(cloud).remove(Templates.named(call, cloud).id());
        return Json.object();
    }

    private static ObjectNode apply(Call call, Cloud cloud) {
        var targets = Targets.running(call, cloud);
        if (targets.isEmpty()) {
            throw call.refusal("The parameter `InstanceIds` is empty; name at least one.", "InvalidParameter");
        }
        var template = Templates.named(call, cloud);
        return ParameterWork.start(call, cloud, targets, state -> Templates.values(template, state.type()));
    }

    private static String text(Call call, String parameter, String otherwise) {
        var text = call.text(parameter).orElse(otherwise);
        if (text.length() > MAX_TEXT) {
            throw call.refusal(
                    "The value of parameter `" + parameter + "` must have at most " + MAX_TEXT + " characters.",
                    "InvalidParameterValue");
        }
        return text;
    }
}
