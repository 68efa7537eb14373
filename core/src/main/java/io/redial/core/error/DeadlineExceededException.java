package io.redial.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call took longer than it may, with all its attempts and the waiting between them. Nothing of it is under way. */
public final class DeadlineExceededException extends RedialException {
    private static final long serialVersionUID = 1L;

    public DeadlineExceededException(CallSite call, Duration deadline, int attempts, @Nullable Throwable lastFailure) {
        super(
                call,
                call + " had no answer within its deadline of " + deadline.toMillis() + " ms, after " + attempts
                        + (attempts == 1 ? " attempt" : " attempts")
                        + (lastFailure == null ? "" : "; the last one failed: " + lastFailure.getMessage()),
                lastFailure);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
