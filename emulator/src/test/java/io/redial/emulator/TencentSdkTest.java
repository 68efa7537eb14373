package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.redis.v20180412.RedisClient;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceDealDetailRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesResponse;
import com.tencentcloudapi.redis.v20180412.models.InstanceSet;
import com.tencentcloudapi.redis.v20180412.models.TradeDealDetail;
import com.tencentcloudapi.redis.v20180412.models.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the emulator is the vendor's own SDK. */
class TencentSdkTest {
    private CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .taskDuration(Duration.ofMillis(100), Duration.ofMillis(300))
            .quotaMode(QuotaMode.OFF)
            .build());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @MethodSource("signatureProfiles")
    void listsAllPages(String sign, String method) throws TencentCloudSDKException {
        var client = client(emulator.secretKey(), sign, method);
        var ids = new HashSet<String>();
        for (var offset = 0L; offset < 300; offset += 100) {
            var page = client.DescribeInstances(page(offset, 100));
            assertThat(page.getTotalCount()).isEqualTo(300);
            assertThat(page.getInstanceSet()).hasSize(100).allSatisfy(instance -> {
                assertThat(instance.getInstanceId()).matches("crs-[a-z0-9]{8}");
                assertThat(instance.getStatus()).isEqualTo(2);
                assertThat(instance.getRegion()).isEqualTo("ap-guangzhou");
            });
            Arrays.stream(page.getInstanceSet()).map(InstanceSet::getInstanceId).forEach(ids::add);
        }
        assertThat(ids).hasSize(300);
        assertThat(emulator.callCount("DescribeInstances")).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("signatureProfiles")
    void specialCharacters_areSigned(String sign, String method) throws TencentCloudSDKException {
        var request = page(0, 2);
        request.setStatus(new Long[] {2L});
        request.setSearchKey("a b&c=%/");
        assertThat(client(emulator.secretKey(), sign, method)
                        .DescribeInstances(request)
                        .getInstanceSet())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("signatureProfiles")
    void upgradesAnInstanceAndPollsItsOrder(String sign, String method) throws TencentCloudSDKException {
        var client = client(emulator.secretKey(), sign, method);
        var before = client.DescribeInstances(page(0, 1)).getInstanceSet()[0];
        var size = before.getRedisShardSize() + 1024;
        var upgrade = new UpgradeInstanceRequest();
        upgrade.setInstanceId(before.getInstanceId());
        upgrade.setMemSize(size);

        var deal = client.UpgradeInstance(upgrade).getDealId();

        var delivered = Await.until(() -> order(client, deal), order -> order.getStatus() == 4);
        assertThat(delivered.getInstanceIds()).containsExactly(before.getInstanceId());
        var after = Await.until(
                () -> find(client, before.getInstanceId()).getInstanceSet()[0], instance -> instance.getStatus() == 2);
        assertThat(after.getRedisShardSize()).isEqualTo(size);
        assertThat(emulator.acceptedUpgradeCount(before.getInstanceId())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("signatureProfiles")
    void wrongKey_isASignatureFailure(String sign, String method) {
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> client("another key", sign, method).DescribeInstances(page(0, 1)))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure"));
    }

    @ParameterizedTest
    @MethodSource("signatureProfiles")
    void oldTimestamp_isASignatureExpire(String sign, String method) {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(EmulatorClock.systemWithOffset(Duration.ofHours(1)))
                .build());
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> client(emulator.secretKey(), sign, method).DescribeInstances(page(0, 1)))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureExpire"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void unsignedPayload_isAccepted(String method) throws TencentCloudSDKException {
        var client = client(emulator.secretKey(), ClientProfile.SIGN_TC3_256, method);
        client.getClientProfile().setUnsignedPayload(true);
        assertThat(client.DescribeInstances(page(0, 3)).getInstanceSet()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("signatureProfiles")
    void temporaryKey_requiresItsToken(String sign, String method) throws TencentCloudSDKException {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .credentials("AKIDt", "secret", "the-token")
                .build());
        var right = client(new Credential("AKIDt", "secret", "the-token"), sign, method);
        assertThat(right.DescribeInstances(page(0, 3)).getInstanceSet()).hasSize(3);
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> client(new Credential("AKIDt", "secret", "another"), sign, method)
                        .DescribeInstances(page(0, 1)))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.TokenFailure"));
    }

    static Stream<Arguments> signatureProfiles() {
        return Stream.of(ClientProfile.SIGN_TC3_256, ClientProfile.SIGN_SHA256, ClientProfile.SIGN_SHA1)
                .flatMap(sign -> Stream.of(Arguments.of(sign, "GET"), Arguments.of(sign, "POST")));
    }

    private RedisClient client(String secretKey, String sign, String method) {
        return client(new Credential(emulator.secretId(), secretKey), sign, method);
    }

    private RedisClient client(Credential credential, String sign, String method) {
        var http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(emulator.endpoint().getAuthority());
        http.setReqMethod(method);
        return new RedisClient(credential, "ap-guangzhou", new ClientProfile(sign, http));
    }

    private static DescribeInstancesRequest page(long offset, long limit) {
        var request = new DescribeInstancesRequest();
        request.setOffset(offset);
        request.setLimit(limit);
        return request;
    }

    private static DescribeInstancesResponse find(RedisClient client, String id) {
        var request = new DescribeInstancesRequest();
        request.setInstanceId(id);
        try {
            return client.DescribeInstances(request);
        } catch (TencentCloudSDKException e) {
            throw new AssertionError(e);
        }
    }

    private static TradeDealDetail order(RedisClient client, String deal) {
        var request = new DescribeInstanceDealDetailRequest();
        request.setDealIds(new String[] {deal});
        try {
            return client.DescribeInstanceDealDetail(request).getDealDetails()[0];
        } catch (TencentCloudSDKException e) {
            throw new AssertionError(e);
        }
    }
}
