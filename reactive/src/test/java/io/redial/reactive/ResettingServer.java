package io.redial.reactive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers the first request of each connection, and resets the connection when it has read the next, as one
 * that dies with connections open does.
 */
final class ResettingServer implements AutoCloseable {
    private static final String BODY = "{\"Response\": {\"RequestId\": \"r-1\"}}";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    private final ServerSocket socket;
    private final AtomicInteger requests = new AtomicInteger();

    ResettingServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "resetting-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                read(connection);
                connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                read(connection);
                // Without lingering, closing is a reset and not an orderly end.
                connection.setSoLinger(true, 0);
            } catch (IOException e) {
                // The test closes the server, or the client its connection.
                continue;
            }
        }
    }

    private void read(Socket connection) throws IOException {
        if (connection.getInputStream().read(new byte[4096]) > 0) {
            requests.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
