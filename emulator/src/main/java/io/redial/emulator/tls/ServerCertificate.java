package io.redial.emulator.tls;

import static io.redial.emulator.tls.DerEncoder.bitString;
import static io.redial.emulator.tls.DerEncoder.booleanTrue;
import static io.redial.emulator.tls.DerEncoder.explicitlyTagged;
import static io.redial.emulator.tls.DerEncoder.implicitlyTagged;
import static io.redial.emulator.tls.DerEncoder.integer;
import static io.redial.emulator.tls.DerEncoder.octetString;
import static io.redial.emulator.tls.DerEncoder.oid;
import static io.redial.emulator.tls.DerEncoder.sequence;
import static io.redial.emulator.tls.DerEncoder.time;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** A key of its own and the certificate for it, of a server that nobody vouches for but itself. */
public final class ServerCertificate {
    /** Clocks of clients may be behind. */
    private static final Duration BACKDATED_BY = Duration.ofDays(1);

    /** Some clients refuse certificates that are good for much longer than a year. */
    private static final Duration VALID_FOR = Duration.ofDays(365);

    private static final byte[] ECDSA_SHA256 = sequence(oid(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] NAME = new X500Principal("CN=redial-emulator").getEncoded();
    private static final int NAME_OF_DNS = 2;
    private static final int NAME_OF_ADDRESS = 7;
    private static final int SERIAL_BITS = 127;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private ServerCertificate(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Makes a key on the curve P-256 and its certificate, valid from a day ago for a year.
     *
     * @param now the real time, since that is what clients go by
     * @param addresses where the server can be reached, beside {@code localhost}
     */
    public static ServerCertificate create(Instant now, List<InetAddress> addresses) {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = keys.generateKeyPair();
            return new ServerCertificate(pair.getPrivate(), certificate(pair, now, addresses));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make certificates", e);
        }
    }

    /** The private key. */
    public PrivateKey key() {
        return key;
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate as text, the way that most programs read it. */
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate that cannot be written down", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, Instant now, List<InetAddress> addresses)
            throws GeneralSecurityException {
        var content = sequence(
                explicitlyTagged(0, integer(BigInteger.TWO)),
                integer(new BigInteger(SERIAL_BITS, new SecureRandom())),
                ECDSA_SHA256,
                NAME,
                sequence(time(now.minus(BACKDATED_BY)), time(now.plus(VALID_FOR))),
                NAME,
                pair.getPublic().getEncoded(),
                explicitlyTagged(3, extensions(addresses)));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        var certificate = sequence(content, ECDSA_SHA256, bitString(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    /** Of a server that signs, vouches for nobody else, and has these names. */
    private static byte[] extensions(List<InetAddress> addresses) {
        var names = new ByteArrayOutputStream();
        names.writeBytes(implicitlyTagged(NAME_OF_DNS, "localhost".getBytes(StandardCharsets.US_ASCII)));
        addresses.forEach(address -> names.writeBytes(implicitlyTagged(NAME_OF_ADDRESS, address.getAddress())));
        return sequence(
                sequence(oid(2, 5, 29, 19), booleanTrue(), octetString(sequence())),
                sequence(oid(2, 5, 29, 15), booleanTrue(), octetString(bitString(7, new byte[] {(byte) 0x80}))),
                sequence(oid(2, 5, 29, 37), octetString(sequence(oid(1, 3, 6, 1, 5, 5, 7, 3, 1)))),
                sequence(oid(2, 5, 29, 17), octetString(sequence(names.toByteArray()))));
    }
}
