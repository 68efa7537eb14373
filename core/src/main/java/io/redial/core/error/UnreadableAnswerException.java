package io.redial.core.error;

import org.jspecify.annotations.Nullable;

/** Something between here and the server answered in its place: a page of HTML, or JSON that was cut off. */
public final class UnreadableAnswerException extends RedialException {
    private static final long serialVersionUID = 1L;
    private static final int EXCERPT = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int httpStatus;

    /**
     * Describes such an answer.
     *
     * @param httpStatus its HTTP status
     * @param contentType its content type, or null
     * @param body its body, of which the first 200 characters are quoted
     * @param problem what is wrong with it
     */
    public UnreadableAnswerException(
            CallSite call, int httpStatus, @Nullable String contentType, String body, String problem) {
        super(
                call,
                call + " got an answer that is not from the API: HTTP " + httpStatus + ", "
                        + (contentType == null ? "no content type" : contentType) + ", " + problem + "; it begins: "
                        + excerpt(body),
                null);
        this.httpStatus = httpStatus;
    }

    /** The HTTP status of the answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** A gateway says so with HTTP 429. */
    @Override
    public boolean throttled() {
        return httpStatus == TOO_MANY_REQUESTS;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    private static String excerpt(String body) {
        var text = body.strip();
        return text.isEmpty() ? "(nothing)" : text.substring(0, Math.min(EXCERPT, text.length()));
    }
}
