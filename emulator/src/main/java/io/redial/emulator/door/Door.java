package io.redial.emulator.door;

import io.redial.emulator.fault.WorkSite;
import java.util.Optional;

/** One of the protocols that the cloud speaks, from the signature to the form of the answer. */
public interface Door {

    /** Whether the request was sent to this door. */
    boolean isFor(Arrival arrival);

    /**
     * The action that the request names, under the name that it is counted by; empty if it names none. Nothing about the
     * request has been checked.
     */
    String action(Arrival arrival);

    /**
     * Checks a request and counts it against its quota.
     *
     * @return what it asks for
     * @throws Refusal if anything about it is wrong
     */
    Work admit(Arrival arrival);

    /** The answer to a request that was turned down. */
    Reply refuse(Arrival arrival, Refusal refusal);

    /** What a request asks for. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @throws Refusal if it cannot be done
         */
        Reply carryOut();

        /** Where it starts work, if rules can decide what becomes of that. */
        default Optional<WorkSite> site() {
            return Optional.empty();
        }
    }
}
