package io.redial.core;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that starts work which goes on after the answer.
 *
 * @param <O> the answer, which names the work
 */
public interface FollowableRequest<O extends FollowableResponse> extends ApiRequest<O> {

    /** The instances that it names and works on; empty when it makes new ones. */
    List<String> targets();

    /**
     * The types, as lists of tasks write them, of the tasks that it starts on its {@link #targets()}: by them its work is
     * recognised when its answer was lost. Empty when the documents do not tell.
     */
    Set<String> taskTypes();

    /** When its work is over. */
    Handle.Until until();

    /** Whether it carries a password or another secret, so that it must not be written down. */
    boolean carriesSecret();

    /** What to ask about the work; null only if the server left it out. */
    default @Nullable Handle handleOf(O response) {
        var handle = response.handle();
        if (handle == null) {
            return null;
        }
        return switch (handle.until()) {
            case DONE, RUNNING -> handle;
            case CHANGED, GONE -> handle.on(targets());
        };
    }
}
