package io.redial.emulator.handler.monitoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.LogDelivery;
import io.redial.emulator.protocol.ActionRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where logs go. Log sets and topics that a call names are made at once; the same name always leads to the same one. */
final class LogDeliveryActions {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_TEXT = 255;

    private LogDeliveryActions() {}

    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        if (!call.parameters().path("Enabled").booleanValue()) {
            cloud.updateInstance(
                    instance.id(),
                    state -> state.with(state.feature(LogDelivery.DEFAULT).disabled()));
            return Json.object();
        }
        var region = text(call, "LogRegion", cloud.region());
        var logset = id(call, "Logset", region);
        var delivery = new LogDelivery(true, logset, id(call, "Topic", logset), region);
        cloud.updateInstance(instance.id(), state -> state.with(delivery));
        return Json.object();
    }

    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var delivery =
                InstanceResolver.resolve(call, cloud).stateAt(cloud.now()).feature(LogDelivery.DEFAULT);
        var answer = Json.object();
        answer.putObject("SlowLog")
                .put("Enabled", delivery.enabled())
                .put("LogsetId", delivery.logsetId())
                .put("TopicId", delivery.topicId())
                .put("LogRegion", delivery.region());
        return answer;
    }

    /** The id that was given, or else that of the thing with the name that was given. */
    private static String id(ActionRequest call, String what, String inside) {
        var id = text(call, what + "Id", "");
        if (!id.isEmpty()) {
            return id;
        }
        var name = text(call, what + "Name", "");
        if (name.isEmpty()) {
            throw call.error(
                    "Either `" + what + "Id` or `" + what + "Name` is needed to turn the delivery on.",
                    "InvalidParameter.InvalidParameter");
        }
        var seed = inside + '/' + name;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(ActionRequest call, String parameter, String otherwise) {
        var text = call.text(parameter).filter(given -> !given.isEmpty()).orElse(otherwise);
        if (text.length() > MAX_TEXT) {
            throw call.error(
                    "The value of parameter `" + parameter + "` is longer than " + MAX_TEXT + " characters.",
                    "InvalidParameter.InvalidParameter");
        }
        return text;
    }
}
