package io.redial.benchmarks.sidebyside;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A client whose calls block, with a thread for each that is under way. */
public final class BlockingCandidate implements Candidate {
    private final ExecutorService threads;
    private final Callable<?> call;

    /**
     * Of a call that blocks.
     *
     * @param connections how many calls can be under way
     */
    public BlockingCandidate(int connections, Callable<?> call) {
        this.threads = Executors.newFixedThreadPool(connections);
        this.call = call;
    }

    @Override
    public void call(Callback answer) {
        threads.execute(() -> {
            try {
                call.call();
            } catch (Exception e) {
                answer.onFailure(e);
                return;
            }
            answer.onSuccess();
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
