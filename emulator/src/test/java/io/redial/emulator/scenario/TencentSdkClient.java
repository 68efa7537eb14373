package io.redial.emulator.scenario;

import com.google.gson.JsonObject;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.redis.v20180412.RedisClient;
import java.util.HashMap;
import java.util.Map;

/** The vendor's client. The actions that came after its release go the same way, without models of their own. */
final class TencentSdkClient extends RedisClient {
    TencentSdkClient(Credential credential, ClientProfile profile) {
        super(credential, "ap-guangzhou", profile);
    }

    /** Calls an action that this release of the SDK has no method for. */
    JsonObject callUnmodeled(String action, Map<String, Object> parameters) throws TencentCloudSDKException {
        var request = new UnmodeledRequest(parameters);
        var profile = getClientProfile();
        if (profile.getSignMethod().equals(ClientProfile.SIGN_TC3_256)
                && profile.getHttpProfile().getReqMethod().equals(HttpProfile.REQ_POST)) {
            // the SDK writes these into its JSON, and refuses them in a form
            parameters.forEach(request::set);
        }
        return internalRequest(request, action, JsonObject.class);
    }

    private static final class UnmodeledRequest extends AbstractModel {
        private final Map<String, Object> parameters;

        UnmodeledRequest(Map<String, Object> parameters) {
            this.parameters = parameters;
        }

        @Override
        protected void toMap(HashMap<String, String> map, String prefix) {
            parameters.forEach((name, value) -> {
                if (value instanceof String[] items) {
                    setParamArraySimple(map, prefix + name + ".", items);
                } else {
                    setParamSimple(map, prefix + name, value);
                }
            });
        }
    }
}
