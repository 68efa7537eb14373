package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aliyun.r_kvstore20150101.Client;
import com.aliyun.r_kvstore20150101.models.DescribeInstanceAttributeRequest;
import com.aliyun.r_kvstore20150101.models.DescribeInstanceAttributeResponseBody.DescribeInstanceAttributeResponseBodyInstancesDBInstanceAttribute;
import com.aliyun.r_kvstore20150101.models.ModifyInstanceSpecRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of this door is Alibaba's own SDK; told {@code v2} it signs with HMAC-SHA1, else with ACS3-HMAC-SHA256. */
class AliyunSdkTest {
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .taskDuration(Duration.ofMillis(100), Duration.ofMillis(300))
            .build());
    private final String id = emulator.addInstance();
    private final String aliyunId = id.replace("crs-", "r-");

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2"})
    void resizesAnInstance(String signature) throws Exception {
        var client = client(emulator.secretKey(), signature);
        var before = attributes(client);
        assertThat(before.getInstanceId()).isEqualTo(aliyunId);
        assertThat(before.getInstanceStatus()).isEqualTo("Normal");
        var target = before.getArchitectureType().equals("cluster")
                ? "redis.logic.sharding.16g.2db.0rodb.2proxy.default"
                : "redis.master.2xlarge.default";

        var answer = client.modifyInstanceSpec(request(target));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody().getOrderId()).matches("\\d+");
        assertThat(answer.getBody().getRequestId()).matches("[0-9A-F-]{36}");
        assertThat(attributes(client).getInstanceStatus()).isEqualTo("Changing");
        var after = Await.until(
                () -> attributes(client), now -> now.getInstanceStatus().equals("Normal"));
        assertThat(after.getInstanceClass()).isEqualTo(target);
        assertThat(after.getCapacity()).isEqualTo(16_384L * after.getShardCount());
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(1);
        assertThat(emulator.callCount("alibaba.ModifyInstanceSpec")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2"})
    void receivesDocumentedErrors(String signature) throws Exception {
        assertRejected("SignatureDoesNotMatch", 400, client("wrong", signature), "redis.master.mid.default");
        var client = client(emulator.secretKey(), signature);
        assertRejected("InvalidInstanceClass.NotFound", 400, client, "redis.master.tiny.default");
        emulator.failRequests("alibaba.ModifyInstanceSpec", "PaymentMethodNotFound", "no money", 1);
        assertRejected("PaymentMethodNotFound", 400, client, "redis.master.mid.default");
        emulator.setQuota("alibaba.ModifyInstanceSpec", 1);
        assertRejected("Throttling.User", 400, client, "redis.master.mid.default");
        assertThat(emulator.throttledCount("alibaba.ModifyInstanceSpec")).isEqualTo(1);
        emulator.removeInstance(id);
        assertThatExceptionOfType(TeaException.class)
                .isThrownBy(() -> attributes(client))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo("InvalidInstanceId.NotFound"));
    }

    private void assertRejected(String code, int status, Client client, String instanceClass) {
        assertThatExceptionOfType(TeaException.class)
                .isThrownBy(() -> client.modifyInstanceSpec(request(instanceClass)))
                .satisfies(e -> {
                    assertThat(e.getCode()).isEqualTo(code);
                    assertThat(e.getStatusCode()).isEqualTo(status);
                });
    }

    private ModifyInstanceSpecRequest request(String instanceClass) {
        return new ModifyInstanceSpecRequest()
                .setInstanceId(aliyunId)
                .setInstanceClass(instanceClass)
                .setBusinessInfo("a b&c=%/*~+\u6d4b");
    }

    private DescribeInstanceAttributeResponseBodyInstancesDBInstanceAttribute attributes(Client client) {
        try {
            return client.describeInstanceAttribute(new DescribeInstanceAttributeRequest().setInstanceId(aliyunId))
                    .getBody()
                    .getInstances()
                    .getDBInstanceAttribute()
                    .get(0);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof TeaException told) {
                throw told;
            }
            throw new AssertionError(e);
        }
    }

    private Client client(String secret, String signature) throws Exception {
        var config = new Config()
                .setAccessKeyId(emulator.secretId())
                .setAccessKeySecret(secret)
                .setProtocol("http")
                .setEndpoint(emulator.endpoint().getAuthority());
        return new Client(signature.isEmpty() ? config : config.setSignatureAlgorithm(signature));
    }
}
