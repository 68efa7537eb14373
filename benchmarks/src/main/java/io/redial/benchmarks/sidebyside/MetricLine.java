package io.redial.benchmarks.sidebyside;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.stream.Stream;

/** Whole numbers with names, as one JVM prints them for another: {@code calls=10000 threads=12}. */
record MetricLine(Map<String, Long> byName) {

    static MetricLine parse(String line) {
        return new MetricLine(Stream.of(line.split(" "))
                .map(pair -> pair.split("="))
                .collect(toMap(pair -> pair[0], pair -> Long.valueOf(pair[1]))));
    }

    long get(String name) {
        var figure = byName.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("no " + name + " among " + byName.keySet());
        }
        return figure;
    }
}
