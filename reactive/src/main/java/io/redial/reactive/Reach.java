package io.redial.reactive;

import org.jspecify.annotations.Nullable;

/**
 * How far a list has been read, and which stretch of it comes next.
 *
 * <p>A list with new rows first never moves up further than its total falls: whatever is created pushes rows down. So
 * all rows before {@code known - (total - newTotal)} have been read, however many came and went. When a stretch begins
 * behind that, rows have slipped through in between, and the next stretch goes back to them.
 *
 * @param begin the rows before the list's first stretch; it never goes back behind them
 * @param size the largest stretch
 * @param keyed whether rows that come twice are recognised, so that stretches may overlap
 * @param known all rows of the list before this have been read
 * @param aim the next stretch begins here, or before
 * @param total how many rows the list had when it was read last, or null
 */
record Reach(
        long begin,
        long size,
        boolean keyed,
        long known,
        long aim,
        @Nullable Long total) {

    private static final int MOST_TRIED = 1_000;

    /** A part of the list: so many rows after so many others. */
    record Stretch(long from, long size) {
        long end() {
            return from + size;
        }
    }

    static Reach from(long begin, long size, boolean keyed) {
        return new Reach(begin, size, keyed, begin, begin, null);
    }

    /** The one that leads furthest and includes the aim; each begins at a whole multiple of its size. */
    Stretch next() {
        var best = new Stretch(aim, size);
        if (!keyed || aim % size == 0) {
            return best;
        }
        best = new Stretch(Math.max(begin, aim - aim % size), size);
        for (var shorter = size - 1; shorter > Math.max(0, size - MOST_TRIED); shorter--) {
            var stretch = new Stretch(aim - aim % shorter, shorter);
            if (stretch.from >= begin && stretch.end() > best.end()) {
                best = stretch;
            }
        }
        return best;
    }

    /** How far it is when that stretch has been read, and the list had so many rows then. */
    Reach after(Stretch read, int rows, @Nullable Long newTotal) {
        var fell = keyed && total != null && newTotal != null ? Math.max(0, Math.min(size, total - newTotal)) : 0;
        var still = Math.max(begin, known - fell);
        if (still < read.from) {
            // As many rows again in reserve, for a list that goes on falling
            return new Reach(begin, size, keyed, still, Math.max(begin, still - fell), newTotal);
        }
        if (cappedByServer(read, rows, newTotal)) {
            return new Reach(begin, rows, keyed, rows, rows, newTotal);
        }
        var end = Math.max(still, read.end());
        return new Reach(begin, size, keyed, end, end, newTotal);
    }

    /** Whether nothing lies behind the stretch, which was the last that was read. */
    boolean endsWith(Stretch read, int rows) {
        if (known < read.from) {
            return false;
        }
        if (rows == 0 || rows > read.size) {
            return true;
        }
        return total == null ? rows < read.size : known >= total;
    }

    /** A page that is not full although there is more: the server's pages are smaller than what was asked for. */
    private boolean cappedByServer(Stretch read, int rows, @Nullable Long newTotal) {
        return read.from == 0 && total == null && rows > 0 && rows < read.size && newTotal != null && newTotal > rows;
    }
}
