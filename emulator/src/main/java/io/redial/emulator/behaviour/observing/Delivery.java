package io.redial.emulator.behaviour.observing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.LogDelivery;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where logs go. Log sets and topics that a call names are made at once; the same name always leads to the same one. */
final class Delivery {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_TEXT = 255;

    private Delivery() {}

    static ObjectNode modify(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        if (!call.parameters().path("Enabled").booleanValue()) {
            cloud.alter(
                    instance.id(),
                    state -> state.with(state.feature(LogDelivery.USUAL).off()));
            return Json.object();
        }
        var region = text(call, "LogRegion", cloud.region());
        var logset = id(call, "Logset", region);
        var delivery = new LogDelivery(true, logset, id(call, "Topic", logset), region);
        cloud.alter(instance.id(), state -> state.with(delivery));
        return Json.object();
    }

    static ObjectNode describe(Call call, Cloud cloud) {
        var delivery = Targets.instance(call, cloud).stateAt(cloud.now()).feature(LogDelivery.USUAL);
        var answer = Json.object();
        answer.putObject("SlowLog")
                .put("Enabled", delivery.enabled())
                .put("LogsetId", delivery.logset())
                .put("TopicId", delivery.topic())
                .put("LogRegion", delivery.region());
        return answer;
    }

    /** The id that was given, or else that of the thing with the name that was given. */
    private static String id(Call call, String what, String inside) {
        var id = text(call, what + "Id", "");
        if (!id.isEmpty()) {
            return id;
        }
        var name = text(call, what + "Name", "");
        if (name.isEmpty()) {
            throw call.refusal(
                    "Either `" + what + "Id` or `" + what + "Name` is needed to turn the delivery on.",
                    "InvalidParameter.InvalidParameter");
        }
        var seed = inside + '/' + name;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(Call call, String parameter, String otherwise) {
        var text = call.text(parameter).filter(given -> !given.isEmpty()).orElse(otherwise);
        if (text.length() > MAX_TEXT) {
            throw call.refusal(
                    "The value of parameter `" + parameter + "` is longer than " + MAX_TEXT + " characters.",
                    "InvalidParameter.InvalidParameter");
        }
        return text;
    }
}
