package io.redial.emulator.door;

/**
 * The key pair of the one account that the cloud knows.
 *
 * @param id the secret id, which travels with every request
 * @param secret the secret key, which never does
 */
public record AccessKey(String id, String secret) {

    @Override
    public String toString() {
        return "AccessKey[" + id + ", ***]";
    }
}
