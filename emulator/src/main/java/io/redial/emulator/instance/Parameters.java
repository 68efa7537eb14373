package io.redial.emulator.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The parameters of an instance.
 *
 * @param values those that were set, by name
 * @param history how they came about, the latest change first
 */
public record Parameters(Map<String, String> values, List<ParameterChange> history) implements Feature {
    /** What every instance begins with: every parameter has its default. */
    public static final Parameters DEFAULT = new Parameters(Map.of(), List.of());

    private static final int MAX_HISTORY = 200;

    /** Keeps copies, and forgets the eldest changes. */
    public Parameters {
        values = Map.copyOf(values);
        history = history.stream().limit(MAX_HISTORY).toList();
    }

    /** The same with other values; the parameters that are not among them keep theirs. */
    public Parameters with(Map<String, String> others) {
        var all = new HashMap<>(values);
        all.putAll(others);
        return new Parameters(all, history);
    }

    /** The same with changes that are newer than all that it knows. */
    public Parameters withChanges(List<ParameterChange> changes) {
        return new Parameters(
                values, Stream.concat(changes.stream(), history.stream()).toList());
    }
}
