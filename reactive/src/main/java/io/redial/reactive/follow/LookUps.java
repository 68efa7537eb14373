package io.redial.reactive.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls that tell how work goes on: the part of following that each API does in its own way. */
interface LookUps {

    /** One task or flow. */
    Mono<Facts.Task> task(String id);

    /** Whether there is a list of all tasks, so that many can be looked up together. */
    boolean canListTasks();

    /**
     * A page of the tasks that began at that time or later.
     *
     * @param page its number, from 0
     */
    Mono<Facts.TaskPage> tasks(Instant since, int page);

    /**
     * The tasks of an instance that began at that time or later; empty where they cannot be listed.
     *
     * @param types their types; empty for all
     */
    Flux<Facts.Task> tasksOf(String instanceId, Collection<String> types, Instant since);

    /** How many orders can be looked up in one call. */
    int ordersInACall();

    /** The orders that are known, by their ids. */
    Mono<Map<String, Facts.Order>> orders(List<String> ids);

    /** How many instances can be looked up in one call. */
    int instancesInACall();

    /** The instances that are there, by their ids. */
    Mono<Map<String, Facts.Instance>> instances(List<String> ids);

    /**
     * Whether an id can be the name of a task at all.
     *
     * @throws IllegalArgumentException if not
     */
    void checkTask(String id);
}
