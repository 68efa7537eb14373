package io.redial.benchmarks.sidebyside;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** A handful of calls of one contender in this JVM, to see whether it still works: its server needs no class path. */
public final class Rehearsal {
    private static final int IN_FLIGHT = 4;
    private static final int CALLS = 20;
    private static final int PAUSE_MILLIS = 5;
    private static final int LONGEST_MILLIS = 15_000;

    private Rehearsal() {}

    /**
     * Makes the contender as the measurements do.
     *
     * @param entrant whose turn it is
     * @return how many calls were answered, at least twenty
     * @throws IllegalStateException if one was not
     */
    public static long calls(String entrant) throws Exception {
        var plays = Entrant.valueOf(entrant);
        var threads = Executors.newFixedThreadPool(IN_FLIGHT);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer(server, plays.door());
        server.start();
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (var contender = Measure.maker(plays.maker()).make(uri, IN_FLIGHT)) {
            return calls(contender);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static long calls(Contender contender) throws InterruptedException {
        var load = Load.begin(contender, IN_FLIGHT);
        var calls = 0L;
        for (var waited = 0; calls < CALLS && waited < LONGEST_MILLIS; waited += PAUSE_MILLIS) {
            Thread.sleep(PAUSE_MILLIS);
            load.check();
            calls += load.times().getTotalCount();
        }
        load.end();
        if (calls < CALLS) {
            throw new IllegalStateException("only " + calls + " calls were answered within " + LONGEST_MILLIS + " ms");
        }
        return calls;
    }

    private static void answer(HttpServer server, Door door) {
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
