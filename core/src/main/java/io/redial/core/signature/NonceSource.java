package io.redial.core.signature;

/**
 * Where the nonces of requests come from. A server refuses a nonce that it has seen before, so a source gives none twice,
 * and each sending of a call takes a new one.
 *
 * <p>Implementations are thread-safe and never block.
 */
@FunctionalInterface
public interface NonceSource {

    /** A nonce that this source has not given before. */
    String next();

    /**
     * Positive whole numbers below 2<sup>31</sup>, as Tencent wants them. All callers in a JVM share one source; it comes
     * round again after 2<sup>31</sup> calls, when no server remembers the first.
     */
    static NonceSource numbers() {
        return WeylNonces.NUMBERS;
    }

    /** UUIDs, as Alibaba wants them. All callers in a JVM share one source. */
    static NonceSource uuids() {
        return WeylNonces.UUIDS;
    }
}
