package io.redial.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.aliyun.kvstore.ModifyInstanceSpecRequest;
import io.redial.aliyun.kvstore.ModifyInstanceSpecResponse;
import io.redial.core.Handle.Kind;
import io.redial.core.Handle.Until;
import io.redial.tencent.redis.ApplyParamsTemplateRequest;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.CreateInstancesResponse;
import io.redial.tencent.redis.DestroyPrepaidInstanceRequest;
import io.redial.tencent.redis.DestroyPrepaidInstanceResponse;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task:16658",
                "task:16658,16659",
                "flow:140171780",
                "deal:6954227",
                "deal:6954227/running",
                "deal:6954227/done",
                "deal:6954227/changed/crs-5a4py64p",
                "deal:6954227/gone/crs-5a4py64p,crs-qlr5x0ab",
                "instance:r-j6cxxxxxxxxxx3d4",
                "instance:r-1,r-2/running"
            })
    void whatItPrintsItReads(String text) {
        assertThat(Handle.parse(text)).hasToString(text);
    }

    @Test
    void whatIsLeftOutIsAsUsualForItsKind() {
        assertThat(Handle.parse("deal:1")).isEqualTo(new Handle(Kind.DEAL, List.of("1"), Until.CHANGED, List.of()));
        assertThat(Handle.parse("deal:1/changed")).hasToString("deal:1");
        assertThat(Handle.parse("task:1").until()).isEqualTo(Until.DONE);
        assertThat(Handle.parse("instance:r-1"))
                .isEqualTo(new Handle(Kind.INSTANCE, List.of("r-1"), Until.CHANGED, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task",
                "task:",
                "task:1,",
                "work:1",
                "Task:1",
                "task:1 ",
                "task:1/never",
                "deal:1/gone/",
                "deal:1/gone/crs-1/more",
                "deal:../../etc"
            })
    void otherTextIsRefusedWithTheFormThatIsRead(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Handle.parse(text))
                .withMessageStartingWith("'" + text + "' is not a handle; one reads KIND:ID");
    }

    @Test
    void aRequestKnowsWhichInstancesItsWorkIsOn() {
        var gone = DestroyPrepaidInstanceRequest.of("crs-5a4py64p")
                .handleOf(DestroyPrepaidInstanceResponse.builder().dealId("7").build());

        assertThat(gone).hasToString("deal:7/gone/crs-5a4py64p");
        assertThat(CreateInstancesResponse.builder().dealId("8").build().handle())
                .hasToString("deal:8/running");
        assertThat(ApplyParamsTemplateRequest.builder()
                        .templateId("t")
                        .instanceIds("crs-1", "crs-2")
                        .build()
                        .targets())
                .containsExactly("crs-1", "crs-2");
    }

    @Test
    void workWithoutANameOfItsOwnIsFollowedByItsInstance() {
        var request = ModifyInstanceSpecRequest.of("redis.master.small.default", "r-j6cxxxxxxxxxx3d4");
        var response = ModifyInstanceSpecResponse.builder().orderId("111").build();

        assertThat(response.handle()).isNull();
        assertThat(request.handleOf(response)).hasToString("instance:r-j6cxxxxxxxxxx3d4");
        assertThat(request.targets()).containsExactly("r-j6cxxxxxxxxxx3d4");
        assertThat(request.taskTypes()).isEmpty();
        assertThat(request.until()).isEqualTo(Until.CHANGED);
        assertThat(request.carriesSecret()).isFalse();
    }

    @Test
    void aRequestKnowsTheTasksThatItStartsAndWhatMakesItWait() {
        assertThat(UpgradeInstanceRequest.of("crs-1", 1024).taskTypes()).contains("002");
        assertThat(UpgradeInstanceRequest.ACTION.busyCodes())
                .containsExactly("ResourceUnavailable.InstanceStatusAbnormal");
    }

    @Test
    void aRequestKnowsWhetherItCarriesASecret() {
        var plain = ClearInstanceRequest.of("crs-1");

        assertThat(plain.carriesSecret()).isFalse();
        assertThat(plain.toBuilder().password("secret").build().carriesSecret()).isTrue();
    }
}
