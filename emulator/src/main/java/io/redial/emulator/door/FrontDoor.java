package io.redial.emulator.door;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.RegionSpec;
import io.redial.emulator.quota.Quotas;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Checks a request from the outside in: how it came, who sent it, what it names, how often, and its parameters. */
public final class FrontDoor {
    private final Api.Protocol protocol;
    private final String version;
    private final Map<String, ActionSpec> actions;
    private final Set<String> regions;
    private final SignatureCheck signatures;
    private final Quotas quotas;
    private final RequestQuery queries;
    private final ParameterCheck parameters;
    private final AccessKey key;

    /**
     * The front door of one API for one account.
     *
     * @param api what the documents say
     * @param key the account's key
     * @param quotas counts the requests that came with a good signature
     * @param millis the server's clock, in milliseconds since 1970
     */
    public FrontDoor(Api api, AccessKey key, Quotas quotas, LongSupplier millis) {
        this.protocol = api.protocol();
        this.version = api.version();
        this.actions = api.actions().stream().collect(Collectors.toMap(ActionSpec::name, Function.identity()));
        this.regions = api.regions().stream().map(RegionSpec::id).collect(Collectors.toSet());
        this.signatures = new SignatureCheck(key, api.service(), protocol.clockToleranceSeconds(), millis);
        this.quotas = quotas;
        this.queries = new RequestQuery(api);
        this.parameters = new ParameterCheck(api);
        this.key = key;
    }

    /**
     * Lets a request in.
     *
     * @throws Refusal if anything about it is wrong, with the documented code
     */
    public Call admit(Arrival arrival) {
        transport(arrival);
        signatures.check(arrival);
        var action = action(arrival);
        var region = region(arrival);
        quota(action, arrival.host());
        var body = arrival.isGet() ? queries.read(action.input(), arrival.query()) : RequestBody.read(arrival.body());
        parameters.check(action.input(), body);
        return new Call(action, region, body);
    }

    private void transport(Arrival arrival) {
        if (!arrival.isGet() && !arrival.method().equals("POST")) {
            throw new Refusal("UnsupportedProtocol", "Only GET and POST are accepted.");
        }
        if (!arrival.path().equals("/")) {
            throw new Refusal("UnsupportedProtocol", "The path of every request is `/`.");
        }
        if (arrival.oversized() || (arrival.isGet() && arrival.query().length() > protocol.maxGetBytes())) {
            throw new Refusal(
                    "RequestSizeLimitExceeded",
                    "The request is larger than " + (arrival.isGet() ? protocol.maxGetBytes() : protocol.maxBodyBytes())
                            + " bytes.");
        }
    }

    private ActionSpec action(Arrival arrival) {
        var name = arrival.common("X-TC-Action", "Action");
        var action = actions.get(name);
        if (action == null) {
            throw new Refusal("InvalidAction", "The requested action does not exist.");
        }
        if (!arrival.common("X-TC-Version", "Version").equals(version)) {
            throw new Refusal("NoSuchVersion", "The requested version does not exist; there is `" + version + "`.");
        }
        return action;
    }

    private String region(Arrival arrival) {
        var region = arrival.common("X-TC-Region", "Region");
        if (!regions.contains(region)) {
            throw new Refusal("UnsupportedRegion", "The requested region is not supported.");
        }
        return region;
    }

    private void quota(ActionSpec action, String host) {
        var limit = quotas.exceeded(action.name(), host, key.id());
        if (limit > 0) {
            throw new Refusal(
                    "RequestLimitExceeded",
                    "Your current request times equals to `" + (limit + 1)
                            + "` in a second, which exceeds the frequency limit `" + limit
                            + "` for a second. Please reduce the frequency of calls.");
        }
    }
}
