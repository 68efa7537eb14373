package io.redial.emulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One of the ways in which API 3.0 can be called: where the common parameters stand, and how they are signed. */
interface SignatureScheme {

    /** Whether the request came this way. */
    boolean matches(IncomingRequest arrival);

    /** The largest body. */
    int maxBodyBytes();

    /** The action that the request names, if it names one; nothing about it has been checked. */
    Optional<String> actionName(IncomingRequest arrival);

    /**
     * Finds out whether the request was signed, by whom, when and with the right key.
     *
     * @throws ApiError {@code AuthFailure} with one of its endings if it was not, or what is missing
     */
    VerifiedRequest verify(IncomingRequest arrival);

    /**
     * A request whose signature is good.
     *
     * @param commonParameters the common parameters
     * @param parameters reads the parameters of the action
     */
    record VerifiedRequest(CommonParameters commonParameters, Function<List<FieldSpec>, ObjectNode> parameters) {}
}
