package io.redial.tencent.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.Effect;
import io.redial.core.Handle;
import io.redial.core.Rate;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users meet when they handle the generated models. */
class ModelsTest {

    @Test
    void everyMissingFieldIsNamed() {
        assertThatThrownBy(
                        () -> UpgradeInstanceRequest.builder().redisShardNum(3).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("UpgradeInstanceRequest lacks instanceId, memSize, which are required");
        assertThatThrownBy(() -> DescribeTaskInfoRequest.builder().build())
                .hasMessage("DescribeTaskInfoRequest lacks taskId, which is required");
    }

    @Test
    void passwordsAreNeverPrinted() {
        var request = ClearInstanceRequest.builder()
                .instanceId("crs-1")
                .password("Tr0ub4dor&3")
                .build();

        assertThat(request).hasToString("ClearInstanceRequest{instanceId=crs-1, password=***}");
        assertThat(CreateInstanceAccountRequest.builder()
                        .accountPassword("Tr0ub4dor&3")
                        .toString())
                .doesNotContain("Tr0ub4dor");
    }

    @Test
    void absentListsAreEmptyAndAbsentValuesAreNull() {
        var instance = InstanceSet.builder().instanceId("crs-1").build();

        assertThat(instance.tags()).isEmpty();
        assertThat(instance.size()).isNull();
        assertThat(instance).hasToString("InstanceSet{instanceId=crs-1}");
    }

    @Test
    void listsCannotBeChangedFromOutside() {
        var ids = new ArrayList<>(List.of("crs-1"));
        var request = DescribeInstancesRequest.builder().instanceIds(ids).build();
        ids.add("crs-2");

        assertThat(request.instanceIds()).containsExactly("crs-1");
        assertThatThrownBy(() -> request.instanceIds().add("crs-3")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void requestsAreEqualByValueAndBuildOnEachOther() {
        var request = UpgradeInstanceRequest.of("crs-1", 4096);

        assertThat(request)
                .isEqualTo(UpgradeInstanceRequest.builder()
                        .memSize(4096)
                        .instanceId("crs-1")
                        .build())
                .hasSameHashCodeAs(UpgradeInstanceRequest.of("crs-1", 4096))
                .isNotEqualTo(request.toBuilder().memSize(8192).build());
    }

    @Test
    void aValueThatNoDocumentMentionsSurvivesTheTrip() {
        var json = "{\"Status\":42,\"Engine\":\"Valkey\"}".getBytes(StandardCharsets.UTF_8);

        var instance = WireReader.read(json, UnknownFields.REFUSE, InstanceSet.WIRE);

        assertThat(instance.status()).isEqualTo(InstanceStatus.of(42)).hasToString("42");
        assertThat(InstanceStatus.of(42).isKnown()).isFalse();
        assertThat(InstanceStatus.of(2)).isSameAs(InstanceStatus.RUNNING).hasToString("RUNNING");
        assertThat(WireWriter.bytes(instance, InstanceSet.WIRE)).isEqualTo(json);
    }

    @Test
    void anActionKnowsItsRateAndItsEffect() {
        assertThat(DescribeInstancesRequest.ACTION.rate()).isEqualTo(Rate.perSecond(35));
        assertThat(UpgradeInstanceRequest.ACTION.effect()).isEqualTo(Effect.WRITE);
        assertThat(TencentRedisActions.all()).hasSize(109);
    }

    @Test
    void anAnswerKnowsTheHandleOfTheWorkThatItLeavesBehind() {
        assertThat(UpgradeInstanceResponse.builder().dealId("77").build().handle())
                .isEqualTo(Handle.of(Handle.Kind.DEAL, "77"))
                .hasToString("deal:77");
        assertThat(ApplyParamsTemplateResponse.builder()
                        .taskIds(16658L, 16659L)
                        .build()
                        .handle())
                .hasToString("task:16658,16659");
        assertThat(ClearInstanceResponse.builder().build().handle()).isNull();
    }

    @Test
    void aPagedRequestFindsItsPagesAndItsRows() {
        var request = DescribeInstancesRequest.builder().searchKey("cache").build();
        var instance = InstanceSet.builder().instanceId("crs-1").build();
        var page = DescribeInstancesResponse.builder()
                .instanceSet(instance)
                .totalCount(17)
                .build();

        assertThat(request.paging().largestPage()).isEqualTo(1000);
        assertThat(request.atPage(20, 10))
                .isEqualTo(DescribeInstancesRequest.builder()
                        .searchKey("cache")
                        .offset(20)
                        .limit(10)
                        .build());
        assertThat(request.itemsOf(page)).containsExactly(instance);
        assertThat(request.keyOf(instance)).isEqualTo("crs-1");
        assertThat(request.totalOf(page)).isEqualTo(17);
    }

    @Test
    void aPageOfSeveralListsHoldsAsManyRowsAsTheLongest() {
        var request = DescribeInstanceNodeInfoRequest.of("crs-1");
        var page = DescribeInstanceNodeInfoResponse.builder()
                .proxy(ProxyNodes.builder().build())
                .redis(RedisNodes.builder().build(), RedisNodes.builder().build())
                .proxyCount(3)
                .redisCount(7);

        assertThat(request.rowsOf(page.build())).isEqualTo(2);
        assertThat(request.totalOf(page.build())).isEqualTo(7);
        assertThat(request.totalOf(DescribeInstanceNodeInfoResponse.builder().build()))
                .isNull();
    }

    @Test
    void misspeltNamesAreRightInJavaAndAsTheyAreOnTheWire() {
        var deal = TradeDealDetail.builder()
                .creator("100")
                .createTime("2018-11-01 21:12:05")
                .build();

        assertThat(WireWriter.bytes(deal, TradeDealDetail.WIRE))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"Creater\":\"100\",\"CreatTime\":\"2018-11-01 21:12:05\"}");
    }

    @Test
    void anUnknownRegionListsTheKnownOnes() {
        assertThat(Region.of("ap-guangzhou")).isSameAs(Region.AP_GUANGZHOU);
        assertThat(Region.AP_SHANGHAI_FSI.financial()).isTrue();
        assertThatThrownBy(() -> Region.of("ap-guangzou"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown region 'ap-guangzou'; known are ap-bangkok, ap-beijing, ")
                .hasMessageContaining("Region.custom");
        assertThat(Region.custom("me-riyadh", "redis.me-riyadh.example.com").id())
                .isEqualTo("me-riyadh");
    }
}
