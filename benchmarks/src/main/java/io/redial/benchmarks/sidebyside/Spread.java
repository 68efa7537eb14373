package io.redial.benchmarks.sidebyside;

import java.util.List;
import java.util.Locale;

/** The least, the middle and the most of some figures. */
record Spread(double min, double median, double max) {

    static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        var sorted = figures.stream().sorted().toList();
        var size = sorted.size();
        return new Spread(sorted.get(0), (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2, sorted.get(size - 1));
    }

    /** The middle, with the other two behind it if they are not the same. */
    String text(String format) {
        var middle = text(format, median);
        var ends = text(format, min) + "–" + text(format, max);
        return ends.equals(middle + "–" + middle) ? middle : middle + " (" + ends + ")";
    }

    private static String text(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
