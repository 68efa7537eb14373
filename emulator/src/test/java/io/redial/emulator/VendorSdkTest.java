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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The judge of the emulator is the vendor's own SDK. */
class VendorSdkTest {
    private CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .taskDuration(Duration.ofMillis(100), Duration.ofMillis(300))
            .quota(QuotaMode.OFF)
            .build());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void listsAllInstancesPageByPage() throws TencentCloudSDKException {
        var client = client(emulator.secretKey(), "POST");
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
        assertThat(emulator.calls("DescribeInstances")).isEqualTo(3);
    }

    @Test
    void signsGetRequestsToo() throws TencentCloudSDKException {
        var request = page(0, 2);
        request.setStatus(new Long[] {2L});
        request.setSearchKey("a b&c=%/");
        assertThat(client(emulator.secretKey(), "GET")
                        .DescribeInstances(request)
                        .getInstanceSet())
                .isEmpty();
    }

    @Test
    void upgradesAnInstanceAndReadsItsOrderUntilItIsDelivered() throws TencentCloudSDKException {
        var client = client(emulator.secretKey(), "POST");
        var before = client.DescribeInstances(page(0, 1)).getInstanceSet()[0];
        var size = before.getRedisShardSize() + 1024;
        var upgrade = new UpgradeInstanceRequest();
        upgrade.setInstanceId(before.getInstanceId());
        upgrade.setMemSize(size);

        var deal = client.UpgradeInstance(upgrade).getDealId();

        var delivered = Deadline.poll(() -> order(client, deal), order -> order.getStatus() == 4);
        assertThat(delivered.getInstanceIds()).containsExactly(before.getInstanceId());
        var after = Deadline.poll(
                () -> find(client, before.getInstanceId()).getInstanceSet()[0], instance -> instance.getStatus() == 2);
        assertThat(after.getRedisShardSize()).isEqualTo(size);
        assertThat(emulator.upgrades(before.getInstanceId())).isEqualTo(1);
    }

    @Test
    void aWrongKeyIsASignatureFailure() {
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> client("another key", "POST").DescribeInstances(page(0, 1)))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure"));
    }

    @Test
    void anOldTimestampIsASignatureExpire() {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(EmulatorClock.systemAhead(Duration.ofHours(1)))
                .build());
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> client(emulator.secretKey(), "POST").DescribeInstances(page(0, 1)))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureExpire"));
    }

    private RedisClient client(String secretKey, String method) {
        var http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(emulator.endpoint().getAuthority());
        http.setReqMethod(method);
        return new RedisClient(
                new Credential(emulator.secretId(), secretKey),
                "ap-guangzhou",
                new ClientProfile(ClientProfile.SIGN_TC3_256, http));
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
