package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Api;
import io.redial.catalog.RegionSpec;
import io.redial.emulator.api3.ActionHandlers;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.protocol.AccessKey;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.JsonBodyWriter;
import io.redial.emulator.protocol.OutgoingResponse;
import io.redial.emulator.protocol.ProtocolHandler;
import io.redial.emulator.protocol.QuotaCheck;
import io.redial.emulator.protocol.TimestampValidator;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tencent's API v2. Success and failure both come with the status 200. */
public final class CrsProtocolHandler implements ProtocolHandler {
    /** What stands before the name of an action where it is counted: some names of API 3.0 are the same. */
    public static final String PREFIX = "v2.";

    private static final String PATH = "/v2/index.php";
    private static final Map<String, CrsAction> ACTIONS = CrsDocument.read();

    private final Api api;
    private final CrsRequestAuthenticator authenticator;
    private final ActionHandlers handlers;
    private final Function<String, Cloud> regions;

    /**
     * A door for one account.
     *
     * @param api API 3.0, which says what the actions do
     * @param behaviours does them
     * @param regions what the account has in a region
     */
    public CrsProtocolHandler(
            Api api,
            AccessKey key,
            TimestampValidator time,
            QuotaCheck quotas,
            ActionHandlers behaviours,
            Function<String, Cloud> regions) {
        var ids = api.regions().stream().map(RegionSpec::id).collect(Collectors.toUnmodifiableSet());
        this.api = api;
        this.authenticator = new CrsRequestAuthenticator(ACTIONS, ids, key, time, quotas);
        this.handlers = behaviours;
        this.regions = regions;
    }

    /** The names of all actions, with the prefix. */
    public static Collection<String> actionNames() {
        return ACTIONS.keySet().stream().map(PREFIX::concat).toList();
    }

    @Override
    public boolean matches(IncomingRequest arrival) {
        return arrival.path().equals(PATH);
    }

    @Override
    public String actionName(IncomingRequest arrival) {
        return CrsRequestAuthenticator.actionName(arrival).map(PREFIX::concat).orElse("");
    }

    @Override
    public PreparedRequest prepare(IncomingRequest arrival) {
        var call = authenticator.authenticate(arrival);
        return () -> response(handle(call));
    }

    @Override
    public OutgoingResponse errorResponse(IncomingRequest arrival, ApiError refusal) {
        var action =
                CrsRequestAuthenticator.actionName(arrival).flatMap(name -> Optional.ofNullable(ACTIONS.get(name)));
        return response(CrsErrors.errorResponse(refusal, action));
    }

    private ObjectNode handle(CrsRequest call) {
        var answer = call.action().exampleResponse().deepCopy();
        var translation = ActionTranslations.BY_ACTION.get(call.action().name());
        if (translation == null) {
            return answer;
        }
        var cloud = regions.apply(call.region());
        var successor = api.action(translation.successorAction()).orElseThrow();
        var done = handlers.handle(
                new ActionRequest(
                        successor, call.region(), translation.request().parameters(call, cloud)),
                cloud);
        return answer.setAll(translation.response().fields(done, call, cloud));
    }

    private static OutgoingResponse response(ObjectNode answer) {
        return new OutgoingResponse(200, "application/json", JsonBodyWriter.write(answer));
    }
}
