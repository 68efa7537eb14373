package io.redial.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The description of Alibaba Cloud R-KVStore says what its document says. */
class AliyunKvStoreCatalogTest {
    private final Api api = Catalog.aliyunKvStore();

    @Test
    void holdsTheOneActionOfTheDocument() {
        var action = api.action("ModifyInstanceSpec").orElseThrow();

        assertThat(api.actions()).containsExactly(action);
        assertThat(action.effect()).isEqualTo(Effect.WRITE);
        assertThat(action.errors()).containsExactly("PaymentMethodNotFound", "HasRenewChangeOrder");
        assertThat(action.input())
                .extracting(FieldSpec::name)
                .containsExactly(
                        "InstanceClass",
                        "InstanceId",
                        "AutoPay",
                        "BusinessInfo",
                        "CouponNo",
                        "EffectiveTime",
                        "ForceUpgrade");
    }

    @Test
    void itsWorkIsFollowedByItsInstance() {
        assertThat(api.action("ModifyInstanceSpec").orElseThrow().handle())
                .isEqualTo(new HandleSpec(HandleSpec.Kind.INSTANCE, "InstanceId", HandleSpec.Until.CHANGED, List.of()));
    }

    @Test
    void assumesALimitThatIsCountedByTheMinute() {
        var action = api.action("ModifyInstanceSpec").orElseThrow();

        assertThat(action.rate()).isEqualTo(new Rate(60, Duration.ofSeconds(60)));
        assertThat(action.rateDocumented()).isFalse();
    }

    @Test
    void showsTheAnswerInBothForms() {
        assertThat(api.action("ModifyInstanceSpec").orElseThrow().examples())
                .singleElement()
                .satisfies(example -> assertThat(example.xml()).startsWith("<ModifyInstanceSpecResponse>"));
    }
}
