package io.redial.reactive;

import io.redial.core.protocol.HttpCall;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A request before it leaves: while it waits for a connection it is neither encoded nor signed, and takes little room. */
interface Outgoing {

    /** Where it is posted, or null if only the signed request tells how and where to. */
    @Nullable
    URI address();

    /** Encodes and signs it, with the time of now. */
    HttpCall signed();
}
