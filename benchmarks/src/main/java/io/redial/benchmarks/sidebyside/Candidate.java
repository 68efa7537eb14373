package io.redial.benchmarks.sidebyside;

import java.net.URI;

/** A client as its own documentation would have it, and the one call that it is measured with. */
public interface Candidate extends AutoCloseable {

    /** Begins a call. Does not wait for its answer. */
    void call(Callback answer);

    @Override
    void close();

    /** Told once, from any thread, how a call has ended. */
    interface Callback {
        /** It was answered, and the answer read as far as this contender reads it. */
        void onSuccess();

        /** It was not. */
        void onFailure(Throwable error);
    }

    /** Makes a contender. Has a public constructor without parameters, because it is named on the command line of a JVM. */
    interface Factory {
        /**
         * Makes one; nothing needs to be connected yet.
         *
         * @param server where calls go
         * @param connections how many connections it may have
         */
        Candidate create(URI server, int connections) throws Exception;
    }
}
