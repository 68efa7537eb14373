package io.redial.emulator.api3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.fault.TaskFaultScope;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.JsonBodyWriter;
import io.redial.emulator.protocol.OutgoingResponse;
import io.redial.emulator.protocol.ProtocolHandler;
import io.redial.emulator.protocol.RequestAuthenticator;
import io.redial.emulator.protocol.RequestIdGenerator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tencent's API 3.0. Success and failure both come with the status 200. */
public final class Api3ProtocolHandler implements ProtocolHandler {
    private final RequestAuthenticator authenticator;
    private final ActionHandlers handlers;
    private final Function<String, Cloud> regions;
    private final RequestIdGenerator ids;

    /** The door to those behaviours. */
    public Api3ProtocolHandler(
            RequestAuthenticator door,
            ActionHandlers behaviours,
            Function<String, Cloud> regions,
            RequestIdGenerator ids) {
        this.authenticator = door;
        this.handlers = behaviours;
        this.regions = regions;
        this.ids = ids;
    }

    /** Whatever no other door is for. */
    @Override
    public boolean matches(IncomingRequest arrival) {
        return true;
    }

    @Override
    public String actionName(IncomingRequest arrival) {
        return authenticator.action(arrival);
    }

    @Override
    public PreparedRequest prepare(IncomingRequest arrival) {
        var call = authenticator.authenticate(arrival);
        return new PreparedRequest() {
            @Override
            public OutgoingResponse execute() {
                return response(handlers.handle(call, regions.apply(call.region())));
            }

            @Override
            public Optional<TaskFaultScope> taskFaultScope() {
                return Optional.of(new TaskFaultScope(
                        regions.apply(call.region()), call.action().name(), instanceIds(call)));
            }
        };
    }

    private static List<String> instanceIds(ActionRequest call) {
        return Stream.concat(
                        Stream.of("InstanceId", "SrcInstanceId", "DstInstanceId")
                                .flatMap(name -> call.text(name).stream()),
                        call.texts("InstanceIds").stream())
                .distinct()
                .toList();
    }

    @Override
    public OutgoingResponse errorResponse(IncomingRequest arrival, ApiError refusal) {
        var response = JsonNodeFactory.instance.objectNode();
        response.putObject("Error").put("Code", refusal.code()).put("Message", refusal.message());
        return response(response);
    }

    private OutgoingResponse response(ObjectNode response) {
        response.put("RequestId", ids.next());
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("Response", response);
        return new OutgoingResponse(200, "application/json", JsonBodyWriter.write(envelope));
    }
}
