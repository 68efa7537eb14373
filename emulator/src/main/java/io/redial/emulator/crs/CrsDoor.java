package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Api;
import io.redial.catalog.RegionSpec;
import io.redial.emulator.api3.Behaviours;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.AccessKey;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Door;
import io.redial.emulator.door.JsonText;
import io.redial.emulator.door.Punctuality;
import io.redial.emulator.door.QuotaCheck;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.door.Reply;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tencent's API v2. Success and failure both come with the status 200. */
public final class CrsDoor implements Door {
    /** What stands before the name of an action where it is counted: some names of API 3.0 are the same. */
    public static final String PREFIX = "v2.";

    private static final String PATH = "/v2/index.php";
    private static final Map<String, CrsAction> ACTIONS = CrsDocument.read();

    private final Api api;
    private final CrsFrontDoor door;
    private final Behaviours behaviours;
    private final Function<String, Cloud> regions;

    /**
     * A door for one account.
     *
     * @param api API 3.0, which says what the actions do
     * @param behaviours does them
     * @param regions what the account has in a region
     */
    public CrsDoor(
            Api api,
            AccessKey key,
            Punctuality time,
            QuotaCheck quotas,
            Behaviours behaviours,
            Function<String, Cloud> regions) {
        var ids = api.regions().stream().map(RegionSpec::id).collect(Collectors.toUnmodifiableSet());
        this.api = api;
        this.door = new CrsFrontDoor(ACTIONS, ids, key, time, quotas);
        this.behaviours = behaviours;
        this.regions = regions;
    }

    /** The names of all actions, with the prefix. */
    public static Collection<String> actions() {
        return ACTIONS.keySet().stream().map(PREFIX::concat).toList();
    }

    @Override
    public boolean isFor(Arrival arrival) {
        return arrival.path().equals(PATH);
    }

    @Override
    public String action(Arrival arrival) {
        return CrsFrontDoor.action(arrival).map(PREFIX::concat).orElse("");
    }

    @Override
    public Work admit(Arrival arrival) {
        var call = door.admit(arrival);
        return () -> reply(answer(call));
    }

    @Override
    public Reply refuse(Arrival arrival, Refusal refusal) {
        var action = CrsFrontDoor.action(arrival).flatMap(name -> Optional.ofNullable(ACTIONS.get(name)));
        return reply(CrsErrors.answer(refusal, action));
    }

    private ObjectNode answer(CrsCall call) {
        var answer = call.action().example().deepCopy();
        var translation = Translations.ALL.get(call.action().name());
        if (translation == null) {
            return answer;
        }
        var cloud = regions.apply(call.region());
        var successor = api.action(translation.successor()).orElseThrow();
        var done = behaviours.answer(
                new Call(successor, call.region(), translation.question().parameters(call, cloud)), cloud);
        return answer.setAll(translation.reply().fields(done, call, cloud));
    }

    private static Reply reply(ObjectNode answer) {
        return new Reply(200, "application/json", JsonText.bytes(answer));
    }
}
