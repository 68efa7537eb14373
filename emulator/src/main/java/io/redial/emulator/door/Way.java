package io.redial.emulator.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One of the ways in which API 3.0 can be called: where the common parameters stand, and how they are signed. */
interface Way {

    /** Whether the request came this way. */
    boolean isOf(Arrival arrival);

    /** The largest body. */
    int maxBody();

    /** The action that the request names, if it names one; nothing about it has been checked. */
    Optional<String> action(Arrival arrival);

    /**
     * Finds out whether the request was signed, by whom, when and with the right key.
     *
     * @throws Refusal {@code AuthFailure} with one of its endings if it was not, or what is missing
     */
    Letter open(Arrival arrival);

    /**
     * A request whose signature is good.
     *
     * @param commons the common parameters
     * @param parameters reads the parameters of the action
     */
    record Letter(Commons commons, Function<List<FieldSpec>, ObjectNode> parameters) {}
}
