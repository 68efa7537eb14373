package io.redial.core.credentials;

import io.redial.core.error.CredentialsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A chain of providers. Whichever has credentials first is asked alone from then on. */
final class FirstOf implements CredentialsProvider {
    private final List<CredentialsProvider> links;
    private final AtomicReference<@Nullable CredentialsProvider> found = new AtomicReference<>();

    FirstOf(List<CredentialsProvider> links) {
        if (links.isEmpty()) {
            throw new IllegalArgumentException("a chain needs at least one provider");
        }
        this.links = links;
    }

    @Override
    public CompletionStage<Credentials> resolve() {
        var link = found.get();
        return link == null ? from(0, List.of()) : link.resolve();
    }

    private CompletionStage<Credentials> from(int index, List<String> declined) {
        if (index == links.size()) {
            return CompletableFuture.failedStage(new CredentialsException(
                    "no credentials anywhere; tried in this order: " + String.join("; ", declined)));
        }
        var link = links.get(index);
        return ask(link)
                .handle((credentials, error) -> {
                    if (error != null) {
                        return from(index + 1, and(declined, "(" + (index + 1) + ") " + reason(error)));
                    }
                    found.compareAndSet(null, link);
                    return CompletableFuture.completedStage(credentials);
                })
                .thenCompose(Function.identity());
    }

    private static CompletionStage<Credentials> ask(CredentialsProvider link) {
        try {
            return link.resolve();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** The message of an error that nobody here has worded may hold secrets. */
    private static String reason(Throwable error) {
        var cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof CredentialsException
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getName();
    }

    private static List<String> and(List<String> declined, String reason) {
        var longer = new ArrayList<>(declined);
        longer.add(reason);
        return longer;
    }
}
