package io.redial.reactive.fleet;

import io.redial.core.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions of the API that a fleet runs on: by their names, its journal reads their requests back. */
final class Actions {
    private final Action<?, ?> first;
    private final Map<String, Action<?, ?>> byName = new LinkedHashMap<>();

    /**
     * The actions of an API.
     *
     * @param actions all of them; at least one
     */
    Actions(List<? extends Action<?, ?>> actions) {
        this.first = actions.get(0);
        actions.forEach(action -> byName.put(action.name(), action));
    }

    /** The service of the API, for example {@code redis}. */
    String service() {
        return first.service();
    }

    /** Its version. */
    String version() {
        return first.version();
    }

    /** The action of that name, if this version of the library knows it. */
    Optional<Action<?, ?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
