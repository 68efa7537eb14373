package io.redial.emulator.api3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Door;
import io.redial.emulator.door.FrontDoor;
import io.redial.emulator.door.JsonText;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.door.Reply;
import io.redial.emulator.door.RequestIds;
import io.redial.emulator.fault.WorkSite;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tencent's API 3.0. Success and failure both come with the status 200. */
public final class Api3Door implements Door {
    private final FrontDoor door;
    private final Behaviours behaviours;
    private final Function<String, Cloud> regions;
    private final RequestIds ids;

    /** The door to those behaviours. */
    public Api3Door(FrontDoor door, Behaviours behaviours, Function<String, Cloud> regions, RequestIds ids) {
        this.door = door;
        this.behaviours = behaviours;
        this.regions = regions;
        this.ids = ids;
    }

    /** Whatever no other door is for. */
    @Override
    public boolean isFor(Arrival arrival) {
        return true;
    }

    @Override
    public String action(Arrival arrival) {
        return door.action(arrival);
    }

    @Override
    public Work admit(Arrival arrival) {
        var call = door.admit(arrival);
        return new Work() {
            @Override
            public Reply carryOut() {
                return reply(behaviours.answer(call, regions.apply(call.region())));
            }

            @Override
            public Optional<WorkSite> site() {
                return Optional.of(
                        new WorkSite(regions.apply(call.region()), call.action().name(), instances(call)));
            }
        };
    }

    private static List<String> instances(Call call) {
        return Stream.concat(
                        Stream.of("InstanceId", "SrcInstanceId", "DstInstanceId")
                                .flatMap(name -> call.text(name).stream()),
                        call.texts("InstanceIds").stream())
                .distinct()
                .toList();
    }

    @Override
    public Reply refuse(Arrival arrival, Refusal refusal) {
        var response = JsonNodeFactory.instance.objectNode();
        response.putObject("Error").put("Code", refusal.code()).put("Message", refusal.text());
        return reply(response);
    }

    private Reply reply(ObjectNode response) {
        response.put("RequestId", ids.next());
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("Response", response);
        return new Reply(200, "application/json", JsonText.bytes(envelope));
    }
}
