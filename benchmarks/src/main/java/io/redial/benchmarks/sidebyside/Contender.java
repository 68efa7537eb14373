package io.redial.benchmarks.sidebyside;

import java.net.URI;

/** A client as its own documentation would have it, and the one call that it is measured with. */
public interface Contender extends AutoCloseable {

    /** Begins a call. Does not wait for its answer. */
    void call(Answer answer);

    @Override
    void close();

    /** Told once, from any thread, how a call has ended. */
    interface Answer {
        /** It was answered, and the answer read as far as this contender reads it. */
        void came();

        /** It was not. */
        void failed(Throwable error);
    }

    /** Makes a contender. Has a public constructor without parameters, because it is named on the command line of a JVM. */
    interface Maker {
        /**
         * Makes one; nothing needs to be connected yet.
         *
         * @param server where calls go
         * @param connections how many connections it may have
         */
        Contender make(URI server, int connections) throws Exception;
    }
}
