package io.redial.emulator.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One of the ways in which API 3.0 can be called: where the common parameters stand, and how they are signed. */
interface Way {

    /** Whether the request came this way. */
    boolean isOf(Arrival arrival);

    /** The largest body. */
    int maxBody();

    /** The action that the request names, if it names one; nothing about it has been checked. */
    Optional<String> action(Arrival arrival);

    /**
     * Finds out whether the request was signed, by whom, when and with the right key.
     *
     * @throws Refusal {@code AuthFailure} with one of its endings if it was not, or what is missing
     */
    Letter open(Arrival arrival);

    /** A temporary key comes with its token, a permanent one without. */
    static void token(AccessKey key, Letter letter) {
        if (!key.isUsedWith(letter.commons().apply("Token").filter(text -> !text.isEmpty()))) {
            throw new Refusal(
                    "AuthFailure.TokenFailure",
                    key.token().isPresent()
                            ? "The token is not valid: this key is temporary and needs its own."
                            : "The token is not valid: this key needs none.");
        }
    }

    /** Nobody has a key of that id. */
    static Refusal unknownSecretId() {
        return new Refusal(
                "AuthFailure.SecretIdNotFound",
                "The SecretId is not found, please ensure that your SecretId is correct.");
    }

    /** The signature is another than that of the right key. */
    static Refusal badSignature() {
        return failure("The provided credentials could not be validated. Please check your signature is correct.");
    }

    /** Something about the signature is not as it should be. */
    static Refusal failure(String message) {
        return new Refusal("AuthFailure.SignatureFailure", message);
    }

    /**
     * A request whose signature is good.
     *
     * @param commons looks a common parameter up, by the name that it has in forms
     * @param parameters reads the parameters of the action
     */
    record Letter(Function<String, Optional<String>> commons, Function<List<FieldSpec>, ObjectNode> parameters) {

        /** A common parameter that every request carries. */
        String common(String name) {
            return commons.apply(name)
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> new Refusal(
                            "MissingParameter", "The request is missing the common parameter `" + name + "`."));
        }
    }
}
