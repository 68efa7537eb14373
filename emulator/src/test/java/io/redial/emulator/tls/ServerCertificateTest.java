package io.redial.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void certificate_isAServerCertificateForItsNames() throws Exception {
        var addresses = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"));
        var certificate = ServerCertificate.create(NOW, addresses).certificate();

        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getKeyUsage()).startsWith(true, false).hasSize(9);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSerialNumber()).isPositive();
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
    }

    @Test
    void certificate_isSelfSigned() throws GeneralSecurityException {
        var made = ServerCertificate.create(NOW, List.of());
        made.certificate().verify(made.certificate().getPublicKey());
        assertThat(ServerCertificate.create(NOW, List.of()).certificate()).isNotEqualTo(made.certificate());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z, 2026-11-20T12:00:00Z, 2027-11-21T12:00:00Z",
        "2049-06-01T00:00:00Z, 2049-05-31T00:00:00Z, 2050-06-01T00:00:00Z",
    })
    void certificate_isValidForAYearFromYesterday(Instant now, Instant from, Instant until) {
        var certificate = ServerCertificate.create(now, List.of()).certificate();
        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(from));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(until));
    }

    @Test
    void derEncoder_writesNumbersAndLengths() {
        assertThat(hex(DerEncoder.oid(1, 2, 840, 10045, 4, 3, 2))).isEqualTo("06082a8648ce3d040302");
        assertThat(hex(DerEncoder.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
        assertThat(hex(DerEncoder.octetString(new byte[127]))).startsWith("047f00");
        assertThat(hex(DerEncoder.octetString(new byte[128]))).startsWith("04818000");
        assertThat(hex(DerEncoder.octetString(new byte[256]))).startsWith("0482010000");
        assertThat(hex(DerEncoder.time(Instant.parse("2049-12-31T23:59:59Z"))))
                .isEqualTo("170d3439313233313233353935395a");
        assertThat(hex(DerEncoder.time(Instant.parse("2050-01-01T00:00:00Z"))))
                .isEqualTo("180f32303530303130313030303030305a");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
