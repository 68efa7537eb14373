package io.redial.emulator.door;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.RegionSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks a request from the outside in: how it came, who sent it, what it names, how often, and its parameters. */
public final class FrontDoor {
    private final int maxQuery;
    private final String version;
    private final Map<String, ActionSpec> actions;
    private final Set<String> regions;
    private final List<Way> ways;
    private final QuotaCheck quotas;
    private final ParameterCheck parameters;

    /**
     * The front door of one API for one account.
     *
     * @param api what the documents say
     * @param key the account's key
     * @param time the server's clock
     * @param quotas counts the requests that came with a good signature
     */
    public FrontDoor(Api api, AccessKey key, Punctuality time, QuotaCheck quotas) {
        this.maxQuery = api.protocol().maxGetBytes();
        this.version = api.version();
        this.actions = api.actions().stream().collect(Collectors.toMap(ActionSpec::name, Function.identity()));
        this.regions = api.regions().stream().map(RegionSpec::id).collect(Collectors.toSet());
        this.ways = List.of(new V1Way(api, key, time), new Tc3Way(api, key, time));
        this.quotas = quotas;
        this.parameters = new ParameterCheck(api);
    }

    /** The action that the request names; empty if it names none. Nothing has been checked. */
    public String action(Arrival arrival) {
        return way(arrival).action(arrival).orElse("");
    }

    /**
     * Lets a request in.
     *
     * @throws Refusal if anything about it is wrong, with the documented code
     */
    public Call admit(Arrival arrival) {
        var way = way(arrival);
        transport(arrival, way.maxBody());
        var letter = way.open(arrival);
        var action = action(letter.commons());
        var region = region(letter.commons());
        quotas.spend(action.name(), arrival.host());
        var values = letter.parameters().apply(action.input());
        parameters.check(action.input(), values);
        return new Call(action, region, values);
    }

    private Way way(Arrival arrival) {
        return ways.stream().filter(way -> way.isOf(arrival)).findFirst().orElseThrow();
    }

    private void transport(Arrival arrival, int maxBody) {
        if (!arrival.isGet() && !arrival.isPost()) {
            throw new Refusal("UnsupportedProtocol", "Only GET and POST are accepted.");
        }
        if (!arrival.path().equals("/")) {
            throw new Refusal("UnsupportedProtocol", "The path of every request is `/`.");
        }
        if (arrival.isLargerThan(arrival.isGet() ? maxQuery : Integer.MAX_VALUE, maxBody)) {
            throw new Refusal(
                    "RequestSizeLimitExceeded",
                    "The request is larger than " + (arrival.isGet() ? maxQuery : maxBody) + " bytes.");
        }
    }

    private ActionSpec action(Commons commons) {
        var action = actions.get(commons.required("Action"));
        if (action == null) {
            throw new Refusal("InvalidAction", "The requested action does not exist.");
        }
        if (!commons.required("Version").equals(version)) {
            throw new Refusal("NoSuchVersion", "The requested version does not exist; there is `" + version + "`.");
        }
        return action;
    }

    private String region(Commons commons) {
        var region = commons.required("Region");
        if (!regions.contains(region)) {
            throw new Refusal("UnsupportedRegion", "The requested region is not supported.");
        }
        return region;
    }
}
