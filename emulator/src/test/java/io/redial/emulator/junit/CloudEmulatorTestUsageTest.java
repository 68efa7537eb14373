package io.redial.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.redis.v20180412.RedisClient;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import io.redial.emulator.CloudEmulator;
import org.junit.jupiter.api.Test;

/** The extension as its users see it. */
@CloudEmulatorTest(instances = 12)
class CloudEmulatorTestUsageTest {

    @Test
    void listsAllInstances(CloudEmulator cloud, ClientSettings settings) throws TencentCloudSDKException {
        var http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(settings.endpoint().getAuthority());
        var key = new Credential(settings.secretId(), settings.secretKey());
        var client = new RedisClient(key, settings.region(), new ClientProfile(ClientProfile.SIGN_TC3_256, http));

        assertThat(client.DescribeInstances(new DescribeInstancesRequest()).getTotalCount())
                .isEqualTo(12);
        assertThat(cloud.callCount("DescribeInstances")).isOne();
    }
}
