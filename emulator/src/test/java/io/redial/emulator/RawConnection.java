package io.redial.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A socket without any knowledge of HTTP. */
final class RawConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private static final int SEND_INTERVAL_MILLIS = 50;
    private static final int MAX_SENDS = TIMEOUT_MILLIS / SEND_INTERVAL_MILLIS;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    RawConnection(CloudEmulator emulator) throws IOException {
        this.socket = new Socket("127.0.0.1", emulator.endpoint().getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** What is answered until the connection ends, whichever way. */
    static ReceivedData exchange(CloudEmulator emulator, byte[] request) throws IOException {
        try (var wire = new RawConnection(emulator)) {
            return wire.send(request).readAll();
        }
    }

    RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same, and then the end, as far as the other side does not hang up before. */
    RawConnection sendIgnoringClose(String text) {
        try {
            return send(text).shutdownOutput();
        } catch (IOException hungUp) {
            return this;
        }
    }

    /** Says that nothing more will be sent. */
    RawConnection shutdownOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** How many bytes have arrived and have not been read. */
    int availableBytes() {
        try {
            return socket.getInputStream().available();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends this again and again until the other side hangs up; what it says then. */
    String sendUntilClosed(String drop) throws IOException {
        socket.setSoTimeout(SEND_INTERVAL_MILLIS);
        for (var drops = 0; drops < MAX_SENDS; drops++) {
            try {
                return readAll().text();
            } catch (SocketTimeoutException notYet) {
                send(drop);
            }
        }
        throw new AssertionError("still connected; heard " + received());
    }

    /** What was answered so far and has been read. */
    String received() {
        return received.toString(StandardCharsets.UTF_8);
    }

    /** Reads until so much of a body is there, or a group of bytes at least. */
    String readBody(int bytes) throws IOException {
        var buffer = new byte[1024];
        int read;
        do {
            read = socket.getInputStream().read(buffer);
            received.write(buffer, 0, Math.max(0, read));
        } while (read > 0 && bytes < Integer.MAX_VALUE && snapshot().body().length() < bytes);
        return snapshot().body();
    }

    /** All that is answered until the connection ends. */
    ReceivedData readAll() throws IOException {
        try {
            socket.getInputStream().transferTo(received);
            return snapshot();
        } catch (SocketException reset) {
            return new ReceivedData(received(), true);
        }
    }

    private ReceivedData snapshot() {
        return new ReceivedData(received(), false);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * All that a peer got.
     *
     * @param text what was sent
     * @param reset whether the connection was reset in the end
     */
    record ReceivedData(String text, boolean reset) {
        String head() {
            return text.contains("\r\n\r\n") ? text.substring(0, text.indexOf("\r\n\r\n")) : text;
        }

        String body() {
            return text.contains("\r\n\r\n") ? text.substring(text.indexOf("\r\n\r\n") + 4) : "";
        }
    }
}
