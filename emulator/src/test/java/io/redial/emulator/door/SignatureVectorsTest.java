package io.redial.emulator.door;

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
class SignatureVectorsTest {
    private static final String STARS = "*".repeat(32);
    /** The service of the examples is another, but a host may begin with its own. */
    private static final Api API = Catalog.tencentRedis();

    @Test
    void theTc3RequestIsLetIn() {
        var way = new Tc3Way(API, key(), new Punctuality(300, () -> 1_551_113_365_999L));
        assertThat(way.open(Tc3Test.documented()).commons().required("Timestamp"))
                .isEqualTo("1551113065");
    }

    @Test
    void theV1RequestIsLetIn() {
        var query =
                "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0&Region=ap-guangzhou"
                        + "&SecretId=AKID" + STARS + "&Timestamp=1465185768&Version=2017-03-12"
                        + "&Signature=7RAM2xfNMO9EiVTNmPg06MRnCvQ%3D";
        var arrival =
                new Arrival("GET", "/", query, Map.of("Host", "cvm.tencentcloudapi.com")::get, new byte[0], false);
        var way = new V1Way(API, key(), new Punctuality(300, () -> 1_465_185_768_000L));
        assertThat(way.isOf(arrival)).isTrue();
        assertThat(way.action(arrival)).contains("DescribeInstances");
        assertThat(way.open(arrival).commons().required("Version")).isEqualTo("2017-03-12");
    }

    @ParameterizedTest
    @CsvSource({
        "HmacSHA256, 0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s=",
        "HmacSHA1, nPVnY6njQmwQ8ciqbPl5Qe+Oru4=",
    })
    void theV2RequestsHaveTheirSignatures(String method, String signature) {
        var values = new TreeMap<>(Map.of(
                "Action", "DescribeInstances",
                "InstanceIds.0", "ins-09dx96dg",
                "Nonce", "11886",
                "Region", "ap-guangzhou",
                "SecretId", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA",
                "SignatureMethod", method,
                "Timestamp", "1465185768"));
        var arrival =
                new Arrival("GET", "/v2/index.php", "", Map.of("Host", "cvm.api.qcloud.com")::get, new byte[0], false);
        var text = ParameterSignature.text(arrival, values);
        assertThat(text)
                .isEqualTo("GETcvm.api.qcloud.com/v2/index.php?Action=DescribeInstances&InstanceIds.0=ins-09dx96dg"
                        + "&Nonce=11886&Region=ap-guangzhou&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA"
                        + "&SignatureMethod=" + method + "&Timestamp=1465185768");
        assertThat(ParameterSignature.of(text, "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA", method))
                .isEqualTo(signature);
    }

    private static AccessKey key() {
        return new AccessKey("AKID" + STARS, STARS, Optional.empty());
    }
}
