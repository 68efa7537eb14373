package io.redial.emulator.protocol;

/** An answer as it goes onto the wire. */
public final class OutgoingResponse {
    private final int status;
    private final String contentType;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param contentType the type of the body
     * @param body the body, which the new object keeps
     */
    public OutgoingResponse(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The type of the body. */
    public String contentType() {
        return contentType;
    }

    /** The body, which must not be changed. */
    public byte[] body() {
        return body;
    }
}
