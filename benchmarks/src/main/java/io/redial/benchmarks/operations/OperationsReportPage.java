package io.redial.benchmarks.operations;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run came to, in Markdown. */
final class OperationsReportPage {
    private final OperationsRun run;

    private OperationsReportPage(OperationsRun run) {
        this.run = run;
    }

    static String text(OperationsRun run) {
        var page = new OperationsReportPage(run);
        return String.join(
                        "\n\n",
                        "# Following a thousand at once",
                        page.introduction(),
                        "    java -cp benchmarks/target/redial-benchmarks.jar"
                                + " io.redial.benchmarks.operations.OperationsReport docs/following-report.md",
                        "## How soon the end is told, and what it costs",
                        page.delays(),
                        page.delayNotes(),
                        "## What users notice",
                        page.users(),
                        page.userNotes(),
                        "## What it takes",
                        page.effort(),
                        "Of the whole JVM: the client, the cloud and the users. The heap is with its garbage; the load is that of the"
                                + " machine at the end of the part, with whatever else ran on it.")
                + "\n";
    }

    private String introduction() {
        return format(
                "The client against the emulator with sliding quotas; 4 to 8 ms of latency for each call, on"
                        + " loopback, both in one JVM (%s, %d processors), on %s. %d instances, each with one piece of work that"
                        + " takes %s to %s s. Work is started as fast as its quota of 20 a second allows, in the bulk lane. The client"
                        + " is as it is shipped, but its calls have a deadline of %d minutes instead of one, since the last of a"
                        + " thousand waits almost a minute for its quota. Users"
                        + " meanwhile call `DescribeTaskList` 33 times a second, `DescribeInstances` 11 times,"
                        + " `DescribeInstanceDealDetail` and `DescribeTaskInfo` 6 times each: about a third of the quotas that the"
                        + " polls need. Refresh with:",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                LocalDate.now(ZoneOffset.UTC),
                run.plan().operationCount(),
                number(run.plan().minDuration().toMillis() / 1e3),
                number(run.plan().maxDuration().toMillis() / 1e3),
                OperationsFixture.CALL_TIMEOUT.toMinutes());
    }

    private String delays() {
        return table(
                "| | told | mean | p50 | p99 | max | polls | polls for each | refused |",
                delays("tasks, users at work", run.tasks()),
                delays("orders, users at work", run.orders()),
                "| *target* | *all* | *< 0.6 s* | | *< 1.2 s* | | | *< 3* | *0* |",
                delays("tasks, one look-up each, no users", run.sequentialPolling()));
    }

    private String delays(String name, PhaseResult part) {
        var delays = part.delays();
        return format(
                "| %s | %d of %d | %s | %s | %s | %s | %d | %.2f | %d |",
                name,
                delays.size(),
                run.plan().operationCount(),
                seconds(delays.mean()),
                seconds(delays.percentile(50)),
                seconds(delays.percentile(99)),
                seconds(delays.percentile(100)),
                part.totalPolls(),
                pollsForEach(part),
                part.throttled());
    }

    private String delayNotes() {
        return format(
                "A delay is from the end of the work to the signal. The work ends its length after the cloud accepted the call,"
                        + " which is when the client has the answer, less 3 ms for the way. An order is delivered then, but its"
                        + " instance runs again only 50 to 150 ms later, which the client waits for: these 0.1 s stand in the"
                        + " delays of orders. Polls are all calls of the four actions, less those of the users.%n%n"
                        + "One look-up each is a loop that asks `DescribeTaskInfo` for one unfinished task after the other, with the"
                        + " whole quota of 20 a second and nobody else on it. It takes %s times as long to tell"
                        + " the end on average as following does, and %s times as many polls, although no users are beside it.",
                number(run.sequentialPolling().delays().mean()
                        / run.tasks().delays().mean()),
                number(pollsForEach(run.sequentialPolling()) / pollsForEach(run.tasks())));
    }

    private String users() {
        return table(
                "| | calls | p50 | p99 | max | over 50 ms | waited for the quota | failed |",
                users("alone", run.usersOnly()),
                users("while tasks are followed", run.tasks()),
                users("while orders are followed", run.orders()),
                "| *target* | | | | | | *0* | *0* |");
    }

    private static String users(String name, PhaseResult part) {
        var users = part.userCalls();
        var times = users.durations();
        return format(
                "| %s | %d | %s | %s | %s | %d | %d | %d |",
                name,
                times.size(),
                millis(times.percentile(50)),
                millis(times.percentile(99)),
                millis(times.percentile(100)),
                times.countLongerThan(50_000_000),
                users.queuedCount(),
                users.failureCount());
    }

    private String userNotes() {
        return "A call waited for its quota if the limiter had no permit when it was made. One that took long and did not wait was"
                + " held up by something else, such as other programs on the machine: see the load below.";
    }

    private String effort() {
        return table(
                "| | seconds | polls | processor | threads | heap | load |",
                effort("users alone", run.usersOnly()),
                effort("tasks", run.tasks()),
                effort("orders", run.orders()),
                effort("one look-up each", run.sequentialPolling()));
    }

    private static String effort(String name, PhaseResult part) {
        var effort = part.resources();
        return format(
                "| %s | %.0f | %s | %.0f %% of one | %d | %d MB | %.1f |",
                name,
                effort.seconds(),
                part.polls().entrySet().stream()
                        .filter(calls -> calls.getValue() != 0)
                        .map(calls -> "`" + calls.getKey() + "` " + calls.getValue())
                        .collect(joining(", ")),
                100 * effort.cpuCores(),
                effort.peakThreads(),
                effort.peakHeapMb(),
                effort.loadAverage());
    }

    private double pollsForEach(PhaseResult part) {
        return (double) part.totalPolls() / run.plan().operationCount();
    }

    private static String table(String head, String... rows) {
        var columns = head.chars().filter(c -> c == '|').count() - 1;
        return Stream.concat(Stream.of(head, "|" + "---|".repeat((int) columns)), List.of(rows).stream())
                .collect(joining("\n"));
    }

    private static String seconds(double seconds) {
        return format("%.2f s", seconds);
    }

    private static String millis(double seconds) {
        return format("%.0f ms", seconds * 1e3);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : format("%.1f", value);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
