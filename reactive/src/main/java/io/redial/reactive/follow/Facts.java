package io.redial.reactive.follow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cloud says of work, in words that all clouds share. */
final class Facts {
    private Facts() {}

    /** How far work has come. */
    enum Stage {
        GOING_ON,
        DONE,
        FAILED
    }

    /**
     * A task or a flow.
     *
     * @param stage how far it has come; null if the list does not tell, but a single look-up will
     * @param state the same in the cloud's own word
     * @param message what the cloud says of its failure; empty where it does not say
     * @param began when it began, or null
     * @param instanceId what it is on, or null
     */
    record Task(
            String id,
            @Nullable Stage stage,
            String state,
            String message,
            @Nullable Instant began,
            @Nullable String instanceId) {

        boolean isOver() {
            return stage == Stage.DONE || stage == Stage.FAILED;
        }
    }

    /**
     * A page of a list of tasks.
     *
     * @param pages how many pages there are in all
     */
    record TaskPage(List<Task> tasks, int pages) {}

    /**
     * An order.
     *
     * @param stage how far it has come; done is delivered
     * @param state the same in the cloud's own word
     * @param description what the cloud says of it, or empty
     * @param placed when it was placed, or null
     * @param instances what it is for, as far as it names them
     */
    record Order(
            String id,
            Stage stage,
            String state,
            String description,
            @Nullable Instant placed,
            List<String> instances) {}

    /** Whether an instance can be used. */
    enum Use {
        RUNNING,
        CHANGING,
        GONE,
        OTHER
    }

    /**
     * An instance.
     *
     * @param state its use in the cloud's own word
     */
    record Instance(String id, Use use, String state) {}
}
