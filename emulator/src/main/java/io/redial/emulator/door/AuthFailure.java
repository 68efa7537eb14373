package io.redial.emulator.door;

/** Turns away whoever is not who they say. */
final class AuthFailure {
    private AuthFailure() {}

    static Refusal unknownSecretId() {
        return new Refusal(
                "AuthFailure.SecretIdNotFound",
                "The SecretId is not found, please ensure that your SecretId is correct.");
    }

    /** The signature is another than that of the right key. */
    static Refusal badSignature() {
        return signature("The provided credentials could not be validated. Please check your signature is correct.");
    }

    /** Something about the signature is not as it should be. */
    static Refusal signature(String message) {
        return new Refusal("AuthFailure.SignatureFailure", message);
    }

    /** A temporary key comes with its token, a permanent one without. */
    static void token(AccessKey key, Commons commons) {
        if (!key.isUsedWith(commons.optional("Token"))) {
            throw new Refusal(
                    "AuthFailure.TokenFailure",
                    key.token().isPresent()
                            ? "The token is not valid: this key is temporary and needs its own."
                            : "The token is not valid: this key needs none.");
        }
    }
}
