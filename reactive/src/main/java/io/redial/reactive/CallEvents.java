package io.redial.reactive;

/**
 * The names under which calls are observed with Micrometer: each call is an observation {@link #CALL} with the key values
 * {@code action}, {@code region} and {@code outcome}, and the events below.
 */
public final class CallEvents {
    /** The observation of a call, from its subscription to its answer, with all attempts and all waiting. */
    public static final String CALL = "redial.call";

    /** Event: the server refused an attempt because of its quota. */
    public static final String THROTTLED = "redial.throttled";

    /** Event: the call is sent again. */
    public static final String RETRIED = "redial.retried";

    private CallEvents() {}
}
