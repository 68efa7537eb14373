package io.redial.benchmarks.sidebyside;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** A handful of calls of one contender in this JVM, to see whether it still works: its server needs no class path. */
public final class WarmUp {
    private static final int IN_FLIGHT = 4;
    private static final int CALLS = 20;
    private static final int PAUSE_MILLIS = 5;
    private static final int MAX_WAIT_MILLIS = 15_000;

    private WarmUp() {}

    /**
     * Makes the contender as the measurements do.
     *
     * @param entrant whose turn it is
     * @return how many calls were answered, at least twenty
     * @throws IllegalStateException if one was not
     */
    public static long run(String entrant) throws Exception {
        var plays = CandidateSpec.valueOf(entrant);
        var threads = Executors.newFixedThreadPool(IN_FLIGHT);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        serve(server, plays.stubResponse());
        server.start();
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (var contender =
                ThroughputMeasurement.loadFactory(plays.factoryClass()).create(uri, IN_FLIGHT)) {
            return run(contender);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static long run(Candidate contender) throws InterruptedException {
        var load = LoadGenerator.start(contender, IN_FLIGHT);
        var calls = 0L;
        for (var waited = 0; calls < CALLS && waited < MAX_WAIT_MILLIS; waited += PAUSE_MILLIS) {
            Thread.sleep(PAUSE_MILLIS);
            load.throwIfFailed();
            calls += load.drainHistogram().getTotalCount();
        }
        load.stop();
        if (calls < CALLS) {
            throw new IllegalStateException("only " + calls + " calls were answered within " + MAX_WAIT_MILLIS + " ms");
        }
        return calls;
    }

    private static void serve(HttpServer server, StubResponse door) {
        var body = door.body();
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", door.contentType());
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                // The contender has gone, and it is it that is asked.
            }
        });
    }
}
