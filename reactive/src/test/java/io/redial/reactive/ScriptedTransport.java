package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A server that does what it was told, one instruction for each request. */
final class ScriptedTransport implements Transport {
    private final Scheduler clock;
    private final Deque<Instruction> script = new ArrayDeque<>();
    private final List<HttpCall> received = new ArrayList<>();

    @FunctionalInterface
    interface Instruction {
        Mono<HttpAnswer> follow(Call<?> call);
    }

    ScriptedTransport(Scheduler clock) {
        this.clock = clock;
    }

    ScriptedTransport then(Instruction instruction) {
        script.add(instruction);
        return this;
    }

    ScriptedTransport answers(String response) {
        return answersJson("{\"Response\": " + response + "}");
    }

    /** As the other APIs do, without the envelope of API 3.0. */
    ScriptedTransport answersJson(String body) {
        return then(call -> {
            call.sent(clock.now(NANOSECONDS));
            return Mono.just(answer(200, body));
        });
    }

    ScriptedTransport refusesNaming(int limit) {
        return answers(
                "{\"Error\": {\"Code\": \"RequestLimitExceeded\", \"Message\": \"Your current request times equals to `"
                        + (limit + 1) + "` in a second, which exceeds the frequency limit `" + limit
                        + "` for a second.\"}, \"RequestId\": \"r\"}");
    }

    ScriptedTransport refusesTheClock(String date) {
        return then(call -> {
            call.sent(clock.now(NANOSECONDS));
            var body = "{\"Response\": {\"Error\": {\"Code\": \"AuthFailure.SignatureExpire\", \"Message\": \"off\"}}}";
            return Mono.just(new HttpAnswer(200, "application/json", date, body.getBytes(UTF_8)));
        });
    }

    ScriptedTransport refuses(String code) {
        return answers("{\"Error\": {\"Code\": \"" + code + "\", \"Message\": \"no\"}, \"RequestId\": \"r\"}");
    }

    ScriptedTransport answersWithAPage(int status) {
        return then(call -> {
            call.sent(clock.now(NANOSECONDS));
            return Mono.just(answer(status, "<html>Bad Gateway</html>"));
        });
    }

    ScriptedTransport cannotConnect() {
        return then(call -> Mono.error(new ConnectException("refused")));
    }

    ScriptedTransport breaksOffAfterSending() {
        return then(call -> {
            call.sent(clock.now(NANOSECONDS));
            return Mono.error(new IOException("connection reset"));
        });
    }

    ScriptedTransport neverAnswers() {
        return then(call -> {
            call.sent(clock.now(NANOSECONDS));
            return Mono.never();
        });
    }

    ScriptedTransport answersAfter(Duration delay, String response) {
        return then(call -> {
            call.sent(clock.now(NANOSECONDS));
            return Mono.delay(delay, clock).map(tick -> answer(200, "{\"Response\": " + response + "}"));
        });
    }

    List<HttpCall> received() {
        return received;
    }

    @Override
    public Mono<HttpAnswer> send(Call<?> call, Outgoing request) {
        return Mono.defer(() -> {
            received.add(request.signed());
            var instruction = script.size() > 1 ? script.removeFirst() : script.getFirst();
            return instruction.follow(call);
        });
    }

    @Override
    public void dispose() {
        script.clear();
    }

    private static HttpAnswer answer(int status, String body) {
        return new HttpAnswer(status, status == 200 ? "application/json" : "text/html", null, body.getBytes(UTF_8));
    }
}
