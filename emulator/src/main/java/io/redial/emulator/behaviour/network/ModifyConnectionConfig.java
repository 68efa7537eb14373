package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Connections;
import io.redial.emulator.instance.Life;

final class ModifyConnectionConfig implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var before = state.feature(Connections.USUAL);
        var added = within(call, "Bandwidth", before.addedMb(), 1, Connections.MAX_ADDED_MB);
        var clients = within(
                call, "ClientLimit", before.clientLimit(), Connections.MIN_CLIENTS, Connections.maxClients(state));
        return Work.start(call, cloud, instance, one -> one.with(new Connections(added, clients)));
    }

    private static int within(Call call, String parameter, int otherwise, int min, int max) {
        if (!call.has(parameter)) {
            return otherwise;
        }
        var value = call.number(parameter, 0);
        if (value < min || value > max) {
            throw call.refusal(
                    "The value of parameter `" + parameter + "` must be " + min + " to " + max + " for this instance.",
                    "InvalidParameterValue");
        }
        return (int) value;
    }
}
