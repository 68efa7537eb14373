package io.redial.reactive.fleet;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.wire.WireWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A journal that this run holds: where it notes what becomes of its requests, and where it reads them from. */
final class Journal implements RunLog {
    /** Requests that share one turn of the disk while the plan is written. */
    private static final int GROUP = 256;

    /** Requests that are read ahead of the run. */
    private static final int READ_AHEAD = 16;

    private static final int LONGEST_MESSAGE = 2000;

    private final JournalHead head;
    private final Surroundings surroundings;
    private final JournalDisk disk;

    private Journal(Path path, Surroundings surroundings) {
        this.head = JournalHead.of(surroundings.actions(), surroundings.target());
        this.surroundings = surroundings;
        this.disk = new JournalDisk(path, surroundings.disk(), surroundings.scheduler());
    }

    /** The journal in this file, not opened yet. */
    static Mono<Journal> at(Path path, Surroundings surroundings) {
        return Mono.fromSupplier(() -> new Journal(path, surroundings));
    }

    /** Makes a new file, without a plan yet. */
    Mono<Void> create() {
        return disk.hold(() -> JournalFile.create(disk.path()));
    }

    /** Opens the file of an earlier run. */
    Mono<Void> open() {
        return disk.hold(() -> JournalFile.open(disk.path()));
    }

    /** Writes the plan. */
    Mono<Void> plan(Publisher<? extends FollowableRequest<?>> requests) {
        var plan = new JournalPlan(disk.path(), surroundings.actions());
        var lines = Flux.<FollowableRequest<?>>from(requests).buffer(GROUP).map(plan::lines);
        return Flux.concat(
                        Mono.fromSupplier(() -> head.line(surroundings.work().serverTime())),
                        lines,
                        Mono.fromSupplier(() -> plan.end(now())))
                .concatMap(disk::append, 1)
                .then();
    }

    /** Takes the file away. */
    Mono<Void> discard() {
        return disk.with(file -> {
                    file.delete();
                    return true;
                })
                .then();
    }

    /** Reads what the journal says, and cuts away what a crash has left behind its last whole line. */
    Mono<JournalScan> scan(boolean retryRefused) {
        return disk.with(file -> {
            var scan = JournalScan.of(file, surroundings.actions(), head, retryRefused);
            if (scan.soundEnd() < file.end()) {
                file.truncate(scan.soundEnd());
            }
            return scan;
        });
    }

    /** The requests that have not succeeded, in their order, read as they are asked for. */
    Flux<Entry> entries(JournalScan scan) {
        return Flux.defer(() -> {
            var lines = scan.plan();
            return disk.with(file -> next(lines, scan))
                    .repeat()
                    .takeWhile(entries -> !entries.isEmpty())
                    .concatMapIterable(entries -> entries, 1);
        });
    }

    private List<Entry> next(JournalLines lines, JournalScan scan) {
        var entries = new ArrayList<Entry>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            var content = JournalLine.read(line.bytes(), surroundings.actions());
            var request = content.request();
            if (request == null) {
                break;
            }
            var number = content.number("number");
            var standing = scan.standing((int) number);
            if (standing != null) {
                entries.add(new Entry(number, request, standing));
            }
            if (entries.size() == READ_AHEAD) {
                break;
            }
        }
        return entries;
    }

    /** Gives the file free, after all notes so far. */
    Mono<Void> close() {
        return disk.close();
    }

    @Override
    public Mono<Void> sending(long number, Instant at) {
        return note("sending", number, () -> at, out -> {});
    }

    @Override
    public Mono<Void> accepted(long number, Handle handle) {
        return note("accepted", number, out -> out.string("handle", handle.toString()));
    }

    @Override
    public Mono<Void> waiting(long number) {
        return note("waiting", number, out -> {});
    }

    @Override
    public Mono<Void> succeeded(long number) {
        return note("succeeded", number, out -> {});
    }

    @Override
    public Mono<Void> failed(long number, Outcome outcome, Throwable error) {
        return note("failed", number, out -> {
            var message = String.valueOf(error.getMessage());
            out.string("outcome", outcome.name());
            out.string("message", message.substring(0, Math.min(LONGEST_MESSAGE, message.length())));
        });
    }

    @Override
    public Mono<Void> skipped(long number, String why) {
        return note("skipped", number, out -> out.string("why", why));
    }

    private Mono<Void> note(String event, long number, Consumer<WireWriter> members) {
        return note(event, number, surroundings.work()::serverTime, members);
    }

    private Mono<Void> note(String event, long number, Supplier<Instant> at, Consumer<WireWriter> members) {
        return Mono.defer(() -> disk.append(JournalLine.write(event, out -> {
            out.integer("number", number);
            members.accept(out);
            out.string("at", at.get().toString());
        })));
    }

    private String now() {
        return surroundings.work().serverTime().toString();
    }
}
