package io.redial.reactive.credentials;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * One run of a program. Its output is waited for on a thread that may, which is not called off when time is up, but freed by
 * the end of the program: Reactor would give a thread that is still waiting to the next who needs one.
 */
final class ProcessRun {
    static final int LARGEST = 64 * 1024;

    private final List<String> command;
    private volatile @Nullable Process process;
    private volatile boolean unwanted;

    ProcessRun(List<String> command) {
        this.command = command;
    }

    /** What became of it: an exit status and the output, which is longer than {@link #LARGEST} if that was too little. */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(int status, byte[] output) {
        /** Shows no output: there are keys in it. */
        @Override
        public String toString() {
            return "status " + status + " (" + output.length + " bytes)";
        }
    }

    void begin(MonoSink<Result> sink) {
        sink.onCancel(this::end);
        Schedulers.boundedElastic().schedule(() -> {
            try {
                run(sink);
            } catch (IOException e) {
                sink.error(e);
            }
        });
    }

    private void run(MonoSink<Result> sink) throws IOException {
        if (unwanted) {
            return;
        }
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        if (unwanted) {
            kill(started);
            return;
        }
        started.getOutputStream().close();
        var output = started.getInputStream().readNBytes(LARGEST + 1);
        if (output.length > LARGEST) {
            kill(started);
        }
        Mono.fromCompletionStage(started.onExit())
                .map(ended -> new Result(ended.exitValue(), output))
                .subscribe(sink::success, sink::error);
    }

    /** Whoever cancels need not be allowed to wait. */
    private void end() {
        unwanted = true;
        var present = process;
        if (present != null) {
            Schedulers.boundedElastic().schedule(() -> kill(present));
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
