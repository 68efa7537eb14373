package io.redial.core.error;

/** There are no credentials to sign with. The message says where they were looked for. */
public final class CredentialsException extends RedialException {
    private static final long serialVersionUID = 1L;

    public CredentialsException(String message) {
        super(null, message, null);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
