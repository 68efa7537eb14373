package io.redial.reactive.fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/**
 * Does everything that waits for the disk, in its order and one thing at a time. Whoever appends is told when it is on the
 * disk; what comes while the disk is busy shares its next turn. After the first fault nothing is appended any more. What is
 * cancelled is done all the same, so that the file is always closed after it was opened.
 */
final class JournalDisk {
    /** Each request of a run appends one line at a time. */
    private static final int MOST_WAITING = 2 * FleetOptions.MAX_IN_FLIGHT;

    private final Path path;
    private final Scheduler disk;
    private final Scheduler scheduler;
    private final Queue<Job> waiting = Queues.<Job>unboundedMultiproducer().get();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger unhandled = new AtomicInteger();

    // Touched by the thread that works, and by no other.
    private @Nullable JournalFile file;
    private @Nullable JournalException fault;

    /** What may wait for the disk. */
    interface DiskWork<T> {
        T run() throws IOException;
    }

    /** What may wait for the disk, with the open file. */
    interface FileWork<T> {
        T run(JournalFile file) throws IOException;
    }

    private sealed interface Job {}

    private record Append(ByteBuffer bytes, Sinks.Empty<Void> done) implements Job {}

    private record Task(Runnable work) implements Job {}

    /**
     * Has nothing to do yet.
     *
     * @param disk where the disk is waited for
     * @param scheduler where those go on who have waited for it
     */
    JournalDisk(Path path, Scheduler disk, Scheduler scheduler) {
        this.path = path;
        this.disk = disk;
        this.scheduler = scheduler;
    }

    Path path() {
        return path;
    }

    /** Opens the file. Lazy, as all of these. */
    Mono<Void> hold(DiskWork<JournalFile> opening) {
        return run(() -> file = opening.run()).then();
    }

    /** Works with the open file. */
    <T> Mono<T> with(FileWork<T> work) {
        return run(() -> work.run(opened()));
    }

    private JournalFile opened() throws IOException {
        if (file == null) {
            throw new IOException("it is closed");
        }
        return file;
    }

    /** Appends to the open file. Completes when it is on the disk, or fails with {@link JournalException}. */
    Mono<Void> append(byte[] bytes) {
        return Mono.defer(() -> {
            var append = new Append(ByteBuffer.wrap(bytes), Sinks.empty());
            return enqueue(append) ? append.done().asMono().publishOn(scheduler) : Mono.error(tooSlow());
        });
    }

    /** Closes the file after all that came before. */
    Mono<Void> close() {
        return run(() -> {
                    if (file != null) {
                        file.close();
                        file = null;
                    }
                    return true;
                })
                .then();
    }

    private <T> Mono<T> run(DiskWork<T> work) {
        return Mono.defer(() -> {
            var result = Sinks.<T>one();
            var accepted = enqueue(new Task(() -> {
                try {
                    result.tryEmitValue(work.run());
                } catch (IOException e) {
                    result.tryEmitError(
                            new JournalException(path, "cannot be used: " + e, "mend that, and try again", e));
                } catch (RuntimeException e) {
                    result.tryEmitError(e);
                }
            }));
            return accepted ? result.asMono().publishOn(scheduler) : Mono.error(tooSlow());
        });
    }

    private JournalException tooSlow() {
        return new JournalException(path, "is written too slowly", "use a faster disk, or have less in flight", null);
    }

    private boolean enqueue(Job job) {
        if (job instanceof Append && count.get() >= MOST_WAITING) {
            return false;
        }
        count.incrementAndGet();
        waiting.add(job);
        if (unhandled.getAndIncrement() == 0) {
            disk.schedule(this::workOff);
        }
        return true;
    }

    private void workOff() {
        var handled = 1;
        do {
            var group = new ArrayList<Append>();
            for (var job = waiting.poll(); job != null; job = waiting.poll()) {
                count.decrementAndGet();
                if (job instanceof Append append) {
                    write(append);
                    group.add(append);
                } else {
                    commit(group);
                    ((Task) job).work().run();
                }
            }
            commit(group);
            handled = unhandled.addAndGet(-handled);
        } while (handled != 0);
    }

    private void write(Append append) {
        if (fault == null) {
            try {
                opened().append(append.bytes());
            } catch (IOException e) {
                fault = unwritable(e);
            }
        }
    }

    private void commit(List<Append> group) {
        if (group.isEmpty()) {
            return;
        }
        if (fault == null) {
            try {
                opened().force();
            } catch (IOException e) {
                fault = unwritable(e);
            }
        }
        for (var append : group) {
            if (fault == null) {
                append.done().tryEmitEmpty();
            } else {
                append.done().tryEmitError(fault);
            }
        }
        group.clear();
    }

    private JournalException unwritable(IOException e) {
        return new JournalException(
                path, "cannot be written: " + e, "mend that, and resume it: no call has left without a note", e);
    }
}
