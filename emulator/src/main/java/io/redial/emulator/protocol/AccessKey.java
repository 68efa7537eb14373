package io.redial.emulator.protocol;

import java.util.Optional;

/**
 * The key pair of the one account that the cloud knows.
 *
 * @param id the secret id, which travels with every request
 * @param secret the secret key, which never does
 * @param token what has to come with a temporary pair; empty for a permanent one, which must come without
 */
public record AccessKey(String id, String secret, Optional<String> token) {

    /** Whether the pair may be used with this token, or with none. */
    public boolean acceptsToken(Optional<String> sent) {
        return token.equals(sent);
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + ", ***" + (token.isPresent() ? ", token ***]" : "]");
    }
}
