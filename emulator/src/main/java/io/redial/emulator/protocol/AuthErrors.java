package io.redial.emulator.protocol;

/** Turns away whoever is not who they say. */
final class AuthErrors {
    private AuthErrors() {}

    static ApiError unknownSecretId() {
        return new ApiError(
                "AuthFailure.SecretIdNotFound",
                "The SecretId is not found, please ensure that your SecretId is correct.");
    }

    /** The signature is another than that of the right key. */
    static ApiError signatureMismatch() {
        return signatureFailure(
                "The provided credentials could not be validated. Please check your signature is correct.");
    }

    /** Something about the signature is not as it should be. */
    static ApiError signatureFailure(String message) {
        return new ApiError("AuthFailure.SignatureFailure", message);
    }

    /** A temporary key comes with its token, a permanent one without. */
    static void checkToken(AccessKey key, CommonParameters commons) {
        if (!key.acceptsToken(commons.optional("Token"))) {
            throw new ApiError(
                    "AuthFailure.TokenFailure",
                    key.token().isPresent()
                            ? "The token is not valid: this key is temporary and needs its own."
                            : "The token is not valid: this key needs none.");
        }
    }
}
