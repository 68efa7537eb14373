package io.redial.benchmarks.emulator;

import io.netty.buffer.Unpooled;
import io.redial.core.credentials.Credentials;
import io.redial.core.signature.Tc3Signer;
import io.redial.emulator.EmulatorOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Asks for twenty instances as often as it can, always in the same signed words, and looks at nothing but the length of the
 * answers: it shares the processors with the emulator and has to be light.
 */
final class EmulatorLoadGenerator implements AutoCloseable {
    private static final byte[] BODY = "{\"Limit\":20}".getBytes(StandardCharsets.UTF_8);
    private static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final int MIN_RESPONSE_BYTES = 20_000;

    private final int inFlight;
    private final LoopResources eventLoop = LoopResources.create("load", 1, true);
    private final ConnectionProvider connections;
    private final HttpClient http;

    EmulatorLoadGenerator(URI endpoint, int inFlight) {
        this.inFlight = inFlight;
        this.connections = ConnectionProvider.create("load", inFlight);
        var host = endpoint.getHost() + ":" + endpoint.getPort();
        var time = Instant.now();
        var authorization = new Tc3Signer("127")
                .authorization(
                        Credentials.of(EmulatorOptions.DEFAULT_SECRET_ID, EmulatorOptions.DEFAULT_SECRET_KEY),
                        host,
                        new Tc3Signer.Content("POST", "", CONTENT_TYPE, BODY),
                        time);
        this.http = HttpClient.create(connections)
                .runOn(eventLoop)
                .baseUrl(endpoint.toString())
                .headers(headers -> headers.set("Host", host)
                        .set("Content-Type", CONTENT_TYPE)
                        .set("Authorization", authorization)
                        .set("X-TC-Action", "DescribeInstances")
                        .set("X-TC-Version", "2018-04-12")
                        .set("X-TC-Region", "ap-guangzhou")
                        .set("X-TC-Timestamp", Long.toString(time.getEpochSecond())));
    }

    /** How many calls a second were answered in that time; fails if one answer is not a list. */
    double run(Duration time) {
        var answered = new AtomicLong();
        var begun = System.nanoTime();
        Flux.range(0, inFlight)
                .flatMap(lane -> call().repeat(() -> System.nanoTime() - begun < time.toNanos()), inFlight)
                .doOnNext(answer -> answered.incrementAndGet())
                .then()
                .block(time.plusSeconds(30));
        return answered.get() * 1e9 / (System.nanoTime() - begun);
    }

    private Mono<Integer> call() {
        return http.post()
                .uri("/")
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(BODY)))
                .responseContent()
                .aggregate()
                .map(answer -> {
                    if (answer.readableBytes() < MIN_RESPONSE_BYTES) {
                        throw new IllegalStateException("not a list: " + answer.toString(StandardCharsets.UTF_8));
                    }
                    return answer.readableBytes();
                });
    }

    @Override
    public void close() {
        connections.disposeLater().block(Duration.ofSeconds(5));
        eventLoop.disposeLater(Duration.ZERO, Duration.ofSeconds(1)).block(Duration.ofSeconds(5));
    }
}
