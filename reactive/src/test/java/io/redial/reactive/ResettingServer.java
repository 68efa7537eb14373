package io.redial.reactive;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A server that keeps connections and answers every request but the second: there it resets the connection, as one that
 * dies does.
 */
final class ResettingServer implements AutoCloseable {
    private static final String BODY = "{\"Response\": {\"RequestId\": \"r-1\"}}";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket socket;
    private final AtomicInteger requests = new AtomicInteger();

    ResettingServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                start(() -> serve(connection));
            } catch (IOException e) {
                // The test closes the server.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            while (read(connection) != 2) {
                connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            }
            // Without lingering, closing is a reset and not an orderly end.
            connection.setSoLinger(true, 0);
        } catch (IOException e) {
            // The client has closed its connection.
            return;
        }
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "resetting-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads one whole request, however many pieces it comes in, and says which one it is. */
    private int read(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        var length = LENGTH.matcher(head);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
        return requests.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
