package io.redial.core.protocol;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import java.time.Instant;

/** The wire form of one family of APIs. Implementations are thread-safe and do no I/O. */
public interface Protocol {

    /**
     * Encodes and signs one call.
     *
     * @param request what is asked
     * @param target whom
     * @param credentials whose name is signed with
     * @param time the time that the signature carries
     */
    <O extends ApiResponse> HttpCall encode(
            ApiRequest<O> request, Target target, Credentials credentials, Instant time);

    /**
     * Reads an answer.
     *
     * @throws io.redial.core.error.ServiceException if the server refused the call
     * @throws io.redial.core.error.UnreadableAnswerException if it is no answer of the API at all
     */
    <O extends ApiResponse> O decode(Action<?, O> action, Target target, HttpAnswer answer);
}
