package io.redial.emulator.admin;

/** Why a request to the admin API was turned down, and under which HTTP status. */
final class AdminError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    AdminError(int status, String message) {
        super(message);
        this.status = status;
    }

    static AdminError badRequest(String message) {
        return new AdminError(400, message);
    }

    static AdminError notFound(String message) {
        return new AdminError(404, message);
    }

    AdminResponse response() {
        return AdminResponse.error(status, String.valueOf(getMessage()));
    }
}
