package io.redial.reactive.credentials;

import io.redial.core.error.CredentialsException;
import io.redial.core.error.RedialException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What may be told of failures: messages that were worded elsewhere may hold secrets, those of the network do not. */
final class Failures {
    private Failures() {}

    static CredentialsException known(Throwable error) {
        var cause = cause(error);
        return cause instanceof CredentialsException known
                ? known
                : new CredentialsException("no keys could be fetched: " + words(cause));
    }

    /** The failure of something that was asked for keys. */
    static CredentialsException of(String asked, Throwable error) {
        var cause = cause(error);
        return cause instanceof CredentialsException known
                ? known
                : new CredentialsException(asked + ": " + words(cause));
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static String words(Throwable error) {
        if (error instanceof TimeoutException) {
            return "no answer in time";
        }
        var told = error instanceof IOException && !(error instanceof RedialException);
        return told && error.getMessage() != null
                ? error.getMessage()
                : error.getClass().getSimpleName();
    }
}
