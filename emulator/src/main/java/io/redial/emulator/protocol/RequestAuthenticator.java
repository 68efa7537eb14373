package io.redial.emulator.protocol;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.RegionSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks a request from the outside in: how it came, who sent it, what it names, how often, and its parameters. */
public final class RequestAuthenticator {
    private final int maxQueryBytes;
    private final String version;
    private final Map<String, ActionSpec> actions;
    private final Set<String> regions;
    private final List<SignatureScheme> signatureSchemes;
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
    public RequestAuthenticator(Api api, AccessKey key, TimestampValidator time, QuotaCheck quotas) {
        this.maxQueryBytes = api.protocol().maxGetBytes();
        this.version = api.version();
        this.actions = api.actions().stream().collect(Collectors.toMap(ActionSpec::name, Function.identity()));
        this.regions = api.regions().stream().map(RegionSpec::id).collect(Collectors.toSet());
        this.signatureSchemes = List.of(new V1SignatureScheme(api, key, time), new Tc3SignatureScheme(api, key, time));
        this.quotas = quotas;
        this.parameters = new ParameterCheck(api);
    }

    /** The action that the request names; empty if it names none. Nothing has been checked. */
    public String action(IncomingRequest arrival) {
        return signatureScheme(arrival).actionName(arrival).orElse("");
    }

    /**
     * Lets a request in.
     *
     * @throws ApiError if anything about it is wrong, with the documented code
     */
    public ActionRequest authenticate(IncomingRequest arrival) {
        var way = signatureScheme(arrival);
        checkTransport(arrival, way.maxBodyBytes());
        var letter = way.verify(arrival);
        var action = action(letter.commonParameters());
        var region = region(letter.commonParameters());
        quotas.acquire(action.name(), arrival.host());
        var values = letter.parameters().apply(action.input());
        parameters.check(action.input(), values);
        return new ActionRequest(action, region, values);
    }

    private SignatureScheme signatureScheme(IncomingRequest arrival) {
        return signatureSchemes.stream()
                .filter(way -> way.matches(arrival))
                .findFirst()
                .orElseThrow();
    }

    private void checkTransport(IncomingRequest arrival, int maxBody) {
        if (!arrival.isGet() && !arrival.isPost()) {
            throw new ApiError("UnsupportedProtocol", "Only GET and POST are accepted.");
        }
        if (!arrival.path().equals("/")) {
            throw new ApiError("UnsupportedProtocol", "The path of every request is `/`.");
        }
        if (arrival.isLargerThan(arrival.isGet() ? maxQueryBytes : Integer.MAX_VALUE, maxBody)) {
            throw new ApiError(
                    "RequestSizeLimitExceeded",
                    "The request is larger than " + (arrival.isGet() ? maxQueryBytes : maxBody) + " bytes.");
        }
    }

    private ActionSpec action(CommonParameters commons) {
        var action = actions.get(commons.required("Action"));
        if (action == null) {
            throw new ApiError("InvalidAction", "The requested action does not exist.");
        }
        if (!commons.required("Version").equals(version)) {
            throw new ApiError("NoSuchVersion", "The requested version does not exist; there is `" + version + "`.");
        }
        return action;
    }

    private String region(CommonParameters commons) {
        var region = commons.required("Region");
        if (!regions.contains(region)) {
            throw new ApiError("UnsupportedRegion", "The requested region is not supported.");
        }
        return region;
    }
}
