package io.redial.emulator.aliyun;

import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.FormParameters;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.NavigableMap;
import java.util.Optional;

/** What a request claims, in one of the two ways of signing it. */
interface SignedRequest {

    /** The request, taken apart. */
    static SignedRequest of(IncomingRequest arrival) {
        return Acs3SignedRequest.isAcs3(arrival) ? new Acs3SignedRequest(arrival) : new RpcSignedRequest(arrival);
    }

    /** A parameter that all requests have in common, by the name that it has in queries. */
    Optional<String> commonParameter(String name);

    /** The signature that the request should have. */
    String expectedSignature(String secret);

    /** All parameters in the query and in the form. */
    NavigableMap<String, String> parameters();

    /** Whether the answer is to be JSON, or else XML. */
    boolean isJsonRequested();

    default String requiredCommonParameter(String name) {
        return commonParameter(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ApiError("Missing" + name, name + " is mandatory for this action."));
    }

    /** The parameters of a request, wherever they stand. */
    static NavigableMap<String, String> parametersOf(IncomingRequest arrival) {
        var values = FormParameters.decode(arrival.query());
        if (FormParameters.isFormBody(arrival)) {
            values.putAll(FormParameters.decode(arrival.bodyText()));
        }
        return values;
    }
}
