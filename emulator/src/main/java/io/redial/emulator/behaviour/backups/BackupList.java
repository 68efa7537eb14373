package io.redial.emulator.behaviour.backups;

import io.redial.emulator.behaviour.Page;
import io.redial.emulator.instance.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The backups of some instances, the newest first. A region may have a million of them, of which a page shows a few: all
 * are counted day by day, but only those of the days on the page are put in order.
 */
final class BackupList {
    private static final Comparator<KnownBackup> NEWEST_FIRST = Comparator.comparingLong(KnownBackup::started)
            .thenComparingLong(KnownBackup::number)
            .thenComparing(backup -> backup.instance().id())
            .reversed();

    private final List<AutomaticBackups> automatic;
    private final Map<Long, List<KnownBackup>> byHand;
    private final Predicate<KnownBackup> wanted;
    private final long firstDay;
    private final int[] counts;

    /** The wanted ones among the automatic backups of those instances, and among those made by hand. */
    BackupList(List<Instance> instances, List<KnownBackup> byHand, Predicate<KnownBackup> wanted, long now) {
        this.automatic = instances.stream()
                .map(instance -> AutomaticBackups.of(instance, now))
                .toList();
        this.byHand = byHand.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(backup -> AutomaticBackups.day(backup.started())));
        this.wanted = wanted;
        var today = AutomaticBackups.day(now);
        this.firstDay = LongStream.concat(
                        automatic.stream().mapToLong(AutomaticBackups::firstDay),
                        this.byHand.keySet().stream().mapToLong(Long::longValue))
                .reduce(today, Math::min);
        this.counts = counted(today);
    }

    private int[] counted(long today) {
        var counted = new int[(int) (today - firstDay + 1)];
        byHand.forEach((day, backups) -> counted[(int) (day - firstDay)] = backups.size());
        for (var one : automatic) {
            for (var day = one.firstDay(); day <= today; day++) {
                var place = (int) (day - firstDay);
                one.on(day, backup -> counted[place] += wanted.test(backup) ? 1 : 0);
            }
        }
        return counted;
    }

    /** How many there are. */
    int size() {
        return IntStream.of(counts).sum();
    }

    /** Those on a page. */
    List<KnownBackup> on(Page page) {
        var shown = new ArrayList<KnownBackup>();
        var skipped = page.offset();
        for (var place = counts.length - 1; place >= 0 && shown.size() < page.limit(); place--) {
            if (skipped < counts[place]) {
                var rest = new Page(skipped, page.limit() - shown.size());
                shown.addAll(rest.of(on(firstDay + place)));
            }
            skipped = Math.max(0, skipped - counts[place]);
        }
        return shown;
    }

    private List<KnownBackup> on(long day) {
        var found = new ArrayList<>(byHand.getOrDefault(day, List.of()));
        for (var one : automatic) {
            one.on(day, backup -> {
                if (wanted.test(backup)) {
                    found.add(backup);
                }
            });
        }
        found.sort(NEWEST_FIRST);
        return found;
    }
}
