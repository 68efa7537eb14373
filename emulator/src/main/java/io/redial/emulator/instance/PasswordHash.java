package io.redial.emulator.instance;

/**
 * What is kept of a password: enough to recognise it, not enough to tell it.
 *
 * @param salt what was mixed into it
 * @param digest the digest of both
 */
public record PasswordHash(String salt, String digest) {
    @Override
    public String toString() {
        return "***";
    }
}
