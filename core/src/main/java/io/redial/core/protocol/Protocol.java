package io.redial.core.protocol;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wire form of one family of APIs. Implementations are thread-safe and do no I/O. */
public interface Protocol {

    /**
     * Encodes and signs one sending of a call. To send it again, encode it again: signatures carry a time, and some of them
     * a nonce that servers take only once.
     *
     * @param request what is asked
     * @param target whom
     * @param credentials whose name is signed with
     * @param time the time that the signature carries
     * @throws io.redial.core.error.RequestTooLargeException if it is larger than the server takes this way
     */
    <O extends ApiResponse> HttpCall encode(
            ApiRequest<O> request, Target target, Credentials credentials, Instant time);

    /**
     * Where every call to a target is posted, whatever it asks; or null if only the encoded call tells. What is known beforehand
     * need not be encoded before there is a connection.
     */
    default @Nullable URI address(Target target) {
        return null;
    }

    /**
     * Reads an answer.
     *
     * @throws io.redial.core.error.ServiceException if the server refused the call
     * @throws io.redial.core.error.UnreadableAnswerException if it is no answer of the API at all
     */
    <O extends ApiResponse> O decode(Action<?, O> action, Target target, HttpAnswer answer);
}
