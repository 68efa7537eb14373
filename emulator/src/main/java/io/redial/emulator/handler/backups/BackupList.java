package io.redial.emulator.handler.backups;

import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.EmulatedInstance;
import java.util.ArrayList;
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
    /** More backups than a day can have, and few enough for seconds to fit beside them into a number. */
    private static final long PLACES = 1L << 28;

    private final List<AutomaticBackups> automatic;
    private final Map<Long, List<InstanceBackup>> manual;
    private final Predicate<InstanceBackup> wanted;
    private final long firstDay;
    private final int[] counts;

    /** The wanted ones among the automatic backups of those instances, and among those made by hand. */
    BackupList(
            List<EmulatedInstance> instances, List<InstanceBackup> byHand, Predicate<InstanceBackup> wanted, long now) {
        this.automatic = instances.stream()
                .map(instance -> AutomaticBackups.of(instance, now))
                .toList();
        this.manual = byHand.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(backup -> AutomaticBackups.dayOf(backup.started())));
        this.wanted = wanted;
        var today = AutomaticBackups.dayOf(now);
        this.firstDay = LongStream.concat(
                        automatic.stream().mapToLong(AutomaticBackups::firstDay),
                        this.manual.keySet().stream().mapToLong(Long::longValue))
                .reduce(today, Math::min);
        this.counts = countByDay(today);
    }

    private int[] countByDay(long today) {
        var counted = new int[(int) (today - firstDay + 1)];
        manual.forEach((day, backups) -> counted[(int) (day - firstDay)] = backups.size());
        for (var one : automatic) {
            for (var day = one.firstDay(); day <= today; day++) {
                var place = (int) (day - firstDay);
                one.forEachOnDay(day, backup -> counted[place] += wanted.test(backup) ? 1 : 0);
            }
        }
        return counted;
    }

    /** How many there are. */
    int size() {
        return IntStream.of(counts).sum();
    }

    /** Those on a page. */
    List<InstanceBackup> backupsOn(PageParameters page) {
        var shown = new ArrayList<InstanceBackup>();
        var skipped = page.offset();
        for (var place = counts.length - 1; place >= 0 && shown.size() < page.limit(); place--) {
            if (skipped < counts[place]) {
                var rest = new PageParameters(skipped, page.limit() - shown.size());
                shown.addAll(rest.of(backupsOn(firstDay + place)));
            }
            skipped = Math.max(0, skipped - counts[place]);
        }
        return shown;
    }

    private List<InstanceBackup> backupsOn(long day) {
        var found = new ArrayList<>(manual.getOrDefault(day, List.of()));
        for (var one : automatic) {
            one.forEachOnDay(day, backup -> {
                if (wanted.test(backup)) {
                    found.add(backup);
                }
            });
        }
        return newestFirst(found);
    }

    /** Sorts numbers, which is much faster than sorting backups; those of the same second stay as they are. */
    private static List<InstanceBackup> newestFirst(List<InstanceBackup> backups) {
        return IntStream.range(0, backups.size())
                .mapToLong(place -> place - backups.get(place).started() / 1000 * PLACES)
                .sorted()
                .mapToObj(key -> backups.get((int) Math.floorMod(key, PLACES)))
                .toList();
    }
}
