package io.redial.core.protocol;

import static java.net.InetAddress.getLoopbackAddress;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.redial.core.GenericRequest;
import io.redial.core.GenericResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.core.signature.RpcSigner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the signatures that Alibaba's reference publishes. */
class AlibabaProtocolTest {
    private static final Target TARGET = new Target(URI.create("https://r-kvstore.aliyuncs.com"), "cn-hangzhou");
    private static final Credentials KEYS = Credentials.of("keyid", "do-not-print-me", "nor-me");
    private static final Instant TIME = Instant.parse("2026-11-21T10:00:00.999Z");
    private static final GenericRequest MODIFY = GenericRequest.of(
            "r-kvstore",
            "ModifyInstanceSpec",
            "2015-01-01",
            Map.of("InstanceId", "r-1", "Tag", List.of(Map.of("Key", "a b"))));

    private final Protocol protocol = AlibabaProtocol.create();

    @Test
    void describeRegionsIsSignedAsPublished() {
        var call = AlibabaProtocol.builder()
                .format(AlibabaFormat.XML)
                .nonces(() -> "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf")
                .build()
                .encode(
                        GenericRequest.of("ecs", "DescribeRegions", "2014-05-26", Map.of()),
                        new Target(URI.create("https://ecs.aliyuncs.com"), ""),
                        Credentials.of("testid", "testsecret"),
                        Instant.parse("2016-02-23T12:46:24Z"));

        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.uri())
                .hasToString("https://ecs.aliyuncs.com/?AccessKeyId=testid&Action=DescribeRegions&Format=XML"
                        + "&Signature=OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D&SignatureMethod=HMAC-SHA1"
                        + "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0"
                        + "&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26");
    }

    @Test
    void sendSmsIsSignedAsPublished() {
        var call = AlibabaProtocol.builder()
                .format(AlibabaFormat.XML)
                .nonces(() -> "45e25e9b-0a6f-4070-8c85-2956eda1b466")
                .build()
                .encode(
                        GenericRequest.of(
                                "sms",
                                "SendSms",
                                "2017-05-25",
                                Map.of(
                                        "OutId", 123,
                                        "PhoneNumbers", "15300000001",
                                        "SignName", "阿里云短信测试专用",
                                        "TemplateCode", "SMS_71390007",
                                        "TemplateParam", "{\"customer\":\"test\"}")),
                        TARGET,
                        Credentials.of("testId", "testSecret"),
                        Instant.parse("2017-07-12T02:42:19Z"));

        assertThat(Sent.parameters(call))
                .containsEntry("RegionId", "cn-hangzhou")
                .containsEntry("Signature", "zJDF+Lrzhj/ThnlvIToysFRq6t4=");
    }

    @Test
    void runInstancesIsSignedAsPublishedWithAcs3() {
        var call = AlibabaProtocol.builder()
                .door(AlibabaDoor.ACS3)
                .nonces(() -> "3156853299f313e23d1673dc12e1703d")
                .build()
                .encode(
                        GenericRequest.of(
                                "ecs",
                                "RunInstances",
                                "2014-05-26",
                                Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd")),
                        new Target(URI.create("https://ecs.cn-shanghai.aliyuncs.com"), "cn-shanghai"),
                        Credentials.of("YourAccessKeyId", "YourAccessKeySecret"),
                        Instant.parse("2023-10-26T10:22:32Z"));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri())
                .hasToString("https://ecs.cn-shanghai.aliyuncs.com/"
                        + "?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai");
        assertThat(call.body()).isEmpty();
        assertThat(call.headers())
                .containsOnly(
                        Map.entry("host", "ecs.cn-shanghai.aliyuncs.com"),
                        Map.entry("x-acs-action", "RunInstances"),
                        Map.entry("x-acs-version", "2014-05-26"),
                        Map.entry("x-acs-date", "2023-10-26T10:22:32Z"),
                        Map.entry("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d"),
                        Map.entry(
                                "x-acs-content-sha256",
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                        Map.entry("Accept", "application/json"),
                        Map.entry(
                                "Authorization",
                                "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
                                        + "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
    }

    @Test
    void aFormCarriesWhatTheQueryWouldAndListsCountFromOne() {
        var call = AlibabaProtocol.builder().door(AlibabaDoor.RPC_FORM).build().encode(MODIFY, TARGET, KEYS, TIME);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("https://r-kvstore.aliyuncs.com/");
        var sent = Sent.parameters(call);
        var signature = sent.remove("Signature");
        assertThat(sent)
                .containsEntry("Tag.1.Key", "a b")
                .containsEntry("Format", "JSON")
                .containsEntry("SecurityToken", "nor-me")
                .containsEntry("Timestamp", "2026-11-21T10:00:00Z");
        assertThat(signature).isEqualTo(RpcSigner.signature(KEYS, "POST", sent));
        assertThat(call.toString()).doesNotContain("nor-me", "keyid");
    }

    @Test
    void acs3SignsTheTokenOfATemporaryKey() {
        var call = AlibabaProtocol.builder()
                .door(AlibabaDoor.ACS3)
                .format(AlibabaFormat.XML)
                .build()
                .encode(MODIFY, TARGET, KEYS, TIME);

        assertThat(call.headers())
                .containsEntry("x-acs-security-token", "nor-me")
                .containsEntry("x-acs-date", "2026-11-21T10:00:00Z")
                .containsEntry("Accept", "application/xml")
                .extractingByKey("Authorization")
                .asString()
                .contains(";x-acs-security-token;");
        assertThat(Sent.parameters(call)).containsEntry("Tag.1.Key", "a b");
    }

    @Test
    void theRegionOfARequestGoesBeforeThatOfTheTarget() {
        var request = GenericRequest.of("r-kvstore", "Describe", "2015-01-01", Map.of("RegionId", "cn-beijing"));

        assertThat(Sent.parameters(protocol.encode(request, TARGET, KEYS, TIME)))
                .containsEntry("RegionId", "cn-beijing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"RequestId\": \"0DA1\", \"OrderId\": \"111111111111111\"}",
                "<ModifyInstanceSpecResponse>\n  <OrderId>111111111111111</OrderId>\n  <RequestId>0DA1</RequestId>\n"
                        + "</ModifyInstanceSpecResponse>",
                "\n <ModifyInstanceSpecResponse><OrderId>111111111111111</OrderId><RequestId>0DA1</RequestId>"
                        + "</ModifyInstanceSpecResponse>",
                "<?xml version='1.0' encoding='UTF-8'?><ModifyInstanceSpecResponse><OrderId><![CDATA[1111]]>11111111111"
                        + "</OrderId><!-- no --><RequestId>0DA1</RequestId></ModifyInstanceSpecResponse>",
            })
    void theDocumentedAnswerIsReadInBothForms(String body) {
        var response = decode(200, body);

        assertThat(response.fields()).containsEntry("OrderId", "111111111111111");
        assertThat(response.requestId()).isEqualTo("0DA1");
    }

    @Test
    void xmlBecomesTheTreeThatJsonWouldBe() {
        var response = decode(200, """
                <ModifyInstanceSpecResponse>
                  <Instances>
                    <Instance><Id>a</Id></Instance>
                    <Instance><Id>b &amp; c</Id></Instance>
                    <Instance/>
                  </Instances>
                </ModifyInstanceSpecResponse>
                """);

        var expected = new LinkedHashMap<String, Object>();
        expected.put("Instance", List.of(Map.of("Id", "a"), Map.of("Id", "b & c"), ""));
        assertThat(response.fields()).containsEntry("Instances", expected);
    }

    @ParameterizedTest
    @CsvSource({
        "400, PaymentMethodNotFound, REJECTED",
        "400, Throttling, THROTTLED",
        "400, Throttling.User, THROTTLED",
        "503, Throttling.Api, THROTTLED",
        "403, Forbidden.RAM, UNAUTHORIZED",
        "404, InvalidAccessKeyId.NotFound, UNAUTHORIZED",
        "400, InvalidTimeStamp.Expired, CLOCK",
        "400, SignatureNonceUsed, REPLAYED",
        "500, InternalError, SERVER_FAILURE",
        "500, SomethingElse, SERVER_FAILURE",
        "400, SomethingElse, REJECTED",
    })
    void aRefusalIsReadInBothForms(int status, String code, Refusal refusal) {
        var json = "{\"RequestId\": \"r-1\", \"HostId\": \"h\", \"Code\": \"" + code + "\", \"Message\": \"No.\"}";
        var xml = "<Error><RequestId>r-1</RequestId><HostId>h</HostId><Code>" + code
                + "</Code><Message>No.</Message></Error>";

        for (var body : List.of(json, xml)) {
            var error = catchThrowableOfType(ServiceException.class, () -> decode(status, body));
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.serverMessage()).isEqualTo("No.");
            assertThat(error.requestId()).isEqualTo("r-1");
            assertThat(error.refusal()).isEqualTo(refusal);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | <html><body>Bad Gateway</body></html> | HTTP 502, text/html, expected <Error>, not <html>",
                "502 | <!DOCTYPE html><html><br></html> | not XML",
                "502 | {\"oops\": 1} | the document has no member 'Code'",
                "502 | '' | the document ends too early",
                "200 | <html/> | expected <ModifyInstanceSpecResponse>, not <html>",
                "200 | <ModifyInstanceSpecResponse><OrderId> | not XML",
                "200 | {\"OrderId\" | not JSON",
                "302 | moved | not JSON",
            })
    void whatIsNoAnswerIsShown(int status, String body, String message) {
        assertThatThrownBy(() -> decode(status, body))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining(message);
    }

    @Test
    void nothingOutsideAnAnswerIsLookedUp() throws IOException {
        try (var outside = ServerSocketChannel.open().bind(new InetSocketAddress(getLoopbackAddress(), 0))) {
            outside.configureBlocking(false);
            var answer =
                    "<!DOCTYPE x SYSTEM 'http://127.0.0.1:" + outside.socket().getLocalPort()
                            + "/x.dtd'><ModifyInstanceSpecResponse><OrderId>1</OrderId></ModifyInstanceSpecResponse>";

            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> decode(200, answer))
                            .isInstanceOf(UnreadableAnswerException.class)
                            .hasMessageContaining("not XML"));
            assertThat(outside.accept()).isNull();
        }
    }

    @Test
    void anAnswerMayBeLongerThanItMayBeDeep() {
        var ids = IntStream.range(0, 1_000).mapToObj(i -> "i-" + i).toList();
        var body = "<ModifyInstanceSpecResponse><Id>" + String.join("</Id><Id>", ids)
                + "</Id></ModifyInstanceSpecResponse>";

        assertThat(decode(200, body).fields()).containsEntry("Id", ids);
    }

    @Test
    void anAnswerCannotBeDeeperThanTheStack() {
        assertThatThrownBy(() -> decode(200, "<ModifyInstanceSpecResponse>" + "<a>".repeat(100_000)))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("elements lie deeper in each other than 64");
    }

    private GenericResponse decode(int status, String body) {
        return protocol.decode(
                MODIFY.action(), TARGET, new HttpAnswer(status, "text/html", null, body.getBytes(UTF_8)));
    }
}
