package io.redial.emulator.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All resources of one kind in one region, in the order in which they were made. Every method is one step. */
public final class ResourceStore<R extends CloudResource> {
    /** How many resources of a kind there is room for. */
    public static final int MAX_RESOURCES = 10_000;

    private final Map<String, R> byId = new LinkedHashMap<>();

    ResourceStore() {}

    /** The resource with that id. */
    public synchronized Optional<R> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them as they are now, the eldest first. */
    public synchronized List<R> all() {
        return List.copyOf(byId.values());
    }

    /** Adds a resource, or replaces the one with its id; false when there is no room for another one. */
    public synchronized boolean put(R resource) {
        if (byId.size() >= MAX_RESOURCES && !byId.containsKey(resource.id())) {
            return false;
        }
        byId.put(resource.id(), resource);
        return true;
    }

    /** Changes the resource with that id; empty when there is none. The effect must be quick and keep the id. */
    public synchronized Optional<R> update(String id, UnaryOperator<R> effect) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, resource) -> effect.apply(resource)));
    }

    /** Takes the resource with that id away; empty when there is none. */
    public synchronized Optional<R> remove(String id) {
        return Optional.ofNullable(byId.remove(id));
    }
}
