package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import io.redial.reactive.credentials.ProcessRun.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A program that prints keys as JSON. It gets no input, what it says on its standard error is thrown away, and with whoever
 * it has started it is ended when time is up. Neither its arguments nor its words are told in errors.
 */
final class KeyProcess {
    private final List<String> command;
    private final Duration timeout;
    private final Scheduler scheduler;

    KeyProcess(List<String> command, Duration timeout, Scheduler scheduler) {
        this.command = command;
        this.timeout = timeout;
        this.scheduler = scheduler;
    }

    Mono<Credentials> fetch() {
        return Mono.<Result>create(sink -> new ProcessRun(command).begin(sink))
                .timeout(timeout, scheduler)
                .map(this::keys)
                .onErrorMap(TimeoutException.class, late -> failure("did not end within " + timeout.toMillis() + " ms"))
                .onErrorMap(IOException.class, error -> failure("could not be run"))
                .onErrorMap(error -> Failures.of(name(), error));
    }

    private Credentials keys(Result result) {
        if (result.output().length > ProcessRun.LARGEST) {
            throw failure("printed more than " + ProcessRun.LARGEST / 1024 + " KB");
        }
        if (result.status() != 0) {
            throw failure("ended with status " + result.status());
        }
        var where = "the output of " + name();
        var fields = new LinkedHashMap<>(KeyJson.object(result.output(), where));
        if (fields.containsKey("Credentials")) {
            fields.putAll(KeyJson.members(fields.get("Credentials"), where));
        }
        return Stream.of(KeyNames.STS, KeyNames.ALIBABA_CLI)
                .filter(names -> names.begin(fields))
                .findFirst()
                .orElse(KeyNames.TENCENT_CLI)
                .read(fields, where);
    }

    private String name() {
        return "the program " + command.get(0);
    }

    private CredentialsException failure(String what) {
        return new CredentialsException(name() + " " + what);
    }
}
