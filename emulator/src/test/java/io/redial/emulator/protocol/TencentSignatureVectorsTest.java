package io.redial.emulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests that the documents sign step by step; their keys are those of the documents and open nothing. */
class TencentSignatureVectorsTest {
    private static final String MASKED_KEY = "*".repeat(32);
    /** The service of the examples is another, but a host may begin with its own. */
    private static final Api API = Catalog.tencentRedis();

    @Test
    void documentedTc3Request_isAccepted() {
        var way = new Tc3SignatureScheme(API, key(), new TimestampValidator(300, () -> 1_551_113_365_999L));
        assertThat(way.verify(Tc3SignatureTest.documentedRequest())
                        .commonParameters()
                        .required("Timestamp"))
                .isEqualTo("1551113065");
    }

    @Test
    void documentedV1Request_isAccepted() {
        var query =
                "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0&Region=ap-guangzhou"
                        + "&SecretId=AKID" + MASKED_KEY + "&Timestamp=1465185768&Version=2017-03-12"
                        + "&Signature=7RAM2xfNMO9EiVTNmPg06MRnCvQ%3D";
        var arrival = new IncomingRequest(
                "GET", "/", query, Map.of("Host", "cvm.tencentcloudapi.com")::get, new byte[0], false);
        var way = new V1SignatureScheme(API, key(), new TimestampValidator(300, () -> 1_465_185_768_000L));
        assertThat(way.matches(arrival)).isTrue();
        assertThat(way.actionName(arrival)).contains("DescribeInstances");
        assertThat(way.verify(arrival).commonParameters().required("Version")).isEqualTo("2017-03-12");
    }

    @ParameterizedTest
    @CsvSource({
        "HmacSHA256, 0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s=",
        "HmacSHA1, nPVnY6njQmwQ8ciqbPl5Qe+Oru4=",
    })
    void documentedV2Requests_haveTheirSignatures(String method, String signature) {
        var values = new TreeMap<>(Map.of(
                "Action", "DescribeInstances",
                "InstanceIds.0", "ins-09dx96dg",
                "Nonce", "11886",
                "Region", "ap-guangzhou",
                "SecretId", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA",
                "SignatureMethod", method,
                "Timestamp", "1465185768"));
        var arrival = new IncomingRequest(
                "GET", "/v2/index.php", "", Map.of("Host", "cvm.api.qcloud.com")::get, new byte[0], false);
        var text = ParameterSignatureVerifier.stringToSign(arrival, values);
        assertThat(text)
                .isEqualTo("GETcvm.api.qcloud.com/v2/index.php?Action=DescribeInstances&InstanceIds.0=ins-09dx96dg"
                        + "&Nonce=11886&Region=ap-guangzhou&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA"
                        + "&SignatureMethod=" + method + "&Timestamp=1465185768");
        assertThat(ParameterSignatureVerifier.sign(text, "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA", method))
                .isEqualTo(signature);
    }

    private static AccessKey key() {
        return new AccessKey("AKID" + MASKED_KEY, MASKED_KEY, Optional.empty());
    }
}
