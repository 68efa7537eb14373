package io.redial.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of the documented codes, API by API. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded, THROTTLED",
        "RequestLimitExceeded.GlobalRegionUinLimitExceeded, THROTTLED",
        "AuthFailure.SignatureExpire, CLOCK",
        "AuthFailure.SecretIdNotFound, UNAUTHORIZED",
        "AuthFailure.TokenFailure, UNAUTHORIZED",
        "UnauthorizedOperation, UNAUTHORIZED",
        "InternalError.DbOperationFailed, SERVER_FAILURE",
        "LimitExceeded.InvalidMemSize, REJECTED",
    })
    void codesOfTencentApi3(String code, Refusal refusal) {
        assertThat(Refusal.of(code)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "4000, REJECTED",
        "4100, UNAUTHORIZED",
        "4101, UNAUTHORIZED",
        "4102, UNAUTHORIZED",
        "4103, UNAUTHORIZED",
        "4104, UNAUTHORIZED",
        "4105, UNAUTHORIZED",
        "4106, UNAUTHORIZED",
        "4110, UNAUTHORIZED",
        "4300, UNAUTHORIZED",
        "4400, THROTTLED",
        "4500, REPLAYED",
        "4600, REJECTED",
        "5000, REJECTED",
        "5100.UserNotInWhiteList, REJECTED",
        "5200, REJECTED",
        "5300, REJECTED",
        "5400, REJECTED",
        "5500, REJECTED",
        "6000, SERVER_FAILURE",
        "6100, REJECTED",
        "6200, SERVER_FAILURE",
    })
    void codesOfTencentApiV2(String code, Refusal refusal) {
        assertThat(Refusal.of(code)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "Throttling, THROTTLED",
        "Throttling.User, THROTTLED",
        "Throttling.Api, THROTTLED",
        "InvalidTimeStamp.Expired, CLOCK",
        "InvalidTimeStamp.Format, REJECTED",
        "SignatureNonceUsed, REPLAYED",
        "SignatureDoesNotMatch, UNAUTHORIZED",
        "IncompleteSignature, UNAUTHORIZED",
        "InvalidAccessKeyId.NotFound, UNAUTHORIZED",
        "InvalidSecurityToken.Expired, UNAUTHORIZED",
        "MissingSecurityToken, UNAUTHORIZED",
        "Forbidden.RAM, UNAUTHORIZED",
        "NoPermission, UNAUTHORIZED",
        "InternalError, SERVER_FAILURE",
        "ServiceUnavailable, SERVER_FAILURE",
        "PaymentMethodNotFound, REJECTED",
        "HasRenewChangeOrder, REJECTED",
    })
    void codesOfAlibaba(String code, Refusal refusal) {
        assertThat(Refusal.of(code)).isEqualTo(refusal);
    }
}
