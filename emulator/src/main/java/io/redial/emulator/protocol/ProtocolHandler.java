package io.redial.emulator.protocol;

import io.redial.emulator.fault.TaskFaultScope;
import java.util.Optional;

/** One of the protocols that the cloud speaks, from the signature to the form of the answer. */
public interface ProtocolHandler {

    /** Whether the request was sent to this door. */
    boolean matches(IncomingRequest arrival);

    /**
     * The action that the request names, under the name that it is counted by; empty if it names none. Nothing about the
     * request has been checked.
     */
    String actionName(IncomingRequest arrival);

    /**
     * Checks a request and counts it against its quota.
     *
     * @return what it asks for
     * @throws ApiError if anything about it is wrong
     */
    PreparedRequest prepare(IncomingRequest arrival);

    /** The answer to a request that was turned down. */
    OutgoingResponse errorResponse(IncomingRequest arrival, ApiError refusal);

    /** What a request asks for. */
    @FunctionalInterface
    interface PreparedRequest {

        /**
         * Does it.
         *
         * @throws ApiError if it cannot be done
         */
        OutgoingResponse execute();

        /** Where it starts work, if rules can decide what becomes of that. */
        default Optional<TaskFaultScope> taskFaultScope() {
            return Optional.empty();
        }
    }
}
