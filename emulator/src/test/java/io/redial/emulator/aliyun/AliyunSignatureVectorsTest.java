package io.redial.emulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.protocol.IncomingRequest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The requests that Alibaba's pages on signatures work out; their keys are those of the pages and open nothing. */
class AliyunSignatureVectorsTest {
    @Test
    void documentedRpcRequest_hasItsSignature() {
        var query = "Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&AccessKeyId=testid"
                + "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0"
                + "&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26"
                + "&Signature=OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D";
        var letter = SignedRequest.of(new IncomingRequest("GET", "/", query, name -> null, new byte[0], false));
        assertThat(letter.requiredCommonParameter("Signature")).isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
        assertThat(letter.expectedSignature("testsecret")).isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
        assertThat(letter.isJsonRequested()).isFalse();
    }

    @Test
    void documentedAcs3Request_hasItsSignature() {
        var signature = "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0";
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Map.of(
                "Host", "ecs.cn-shanghai.aliyuncs.com",
                "x-acs-action", "RunInstances",
                "x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                "x-acs-version", "2014-05-26",
                "Authorization",
                        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
                                + signature));
        var query = "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai";
        var letter = SignedRequest.of(new IncomingRequest("POST", "/", query, headers::get, new byte[0], false));
        assertThat(letter.requiredCommonParameter("Signature")).isEqualTo(signature);
        assertThat(letter.expectedSignature("YourAccessKeySecret")).isEqualTo(signature);
        assertThat(letter.requiredCommonParameter("AccessKeyId")).isEqualTo("YourAccessKeyId");
        assertThat(letter.requiredCommonParameter("Action")).isEqualTo("RunInstances");
        assertThat(letter.parameters()).containsEntry("RegionId", "cn-shanghai");
        assertThat(letter.isJsonRequested()).isTrue();
    }
}
