package io.redial.emulator.admin;

/** Why a request to the admin API was turned down, and under which HTTP status. */
final class AdminError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    AdminError(int status, String message) {
        super(message);
        this.status = status;
    }

    static AdminError bad(String message) {
        return new AdminError(400, message);
    }

    static AdminError missing(String message) {
        return new AdminError(404, message);
    }

    AdminReply reply() {
        return AdminReply.error(status, String.valueOf(getMessage()));
    }
}
