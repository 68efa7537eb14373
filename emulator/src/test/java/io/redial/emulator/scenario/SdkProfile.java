package io.redial.emulator.scenario;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.TrustedCertificate;

/** A way in which the SDK calls. */
record SdkProfile(String protocol, String sign, String method) {
    TencentSdkClient connect(CloudEmulator emulator) {
        var http = new HttpProfile();
        http.setProtocol(protocol);
        http.setReqMethod(method);
        if (protocol.equals(HttpProfile.REQ_HTTPS)) {
            var trust = TrustedCertificate.of(emulator.certificate());
            http.setSslSocketFactory(trust.sslContext().getSocketFactory());
            http.setX509TrustManager(trust.trustManager());
            http.setEndpoint(emulator.secureEndpoint().getAuthority());
        } else {
            http.setEndpoint(emulator.endpoint().getAuthority());
        }
        return new TencentSdkClient(
                new Credential(emulator.secretId(), emulator.secretKey()), new ClientProfile(sign, http));
    }

    @Override
    public String toString() {
        return sign + " " + method + " over " + protocol;
    }
}
