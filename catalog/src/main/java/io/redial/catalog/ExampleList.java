package io.redial.catalog;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Examples that are read when somebody looks at them: they are a third of a description, and few programs need them. */
final class ExampleList extends AbstractList<ExampleSpec> {
    private final Supplier<List<ExampleSpec>> reader;
    private volatile @Nullable List<ExampleSpec> examples;

    ExampleList(Supplier<List<ExampleSpec>> reader) {
        this.reader = reader;
    }

    @Override
    public ExampleSpec get(int index) {
        return read().get(index);
    }

    @Override
    public int size() {
        return read().size();
    }

    /** Two that look at once may both read; they read the same. */
    private List<ExampleSpec> read() {
        var known = examples;
        if (known == null) {
            known = List.copyOf(reader.get());
            examples = known;
        }
        return known;
    }
}
