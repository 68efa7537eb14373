package io.redial.tencent.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Effect;
import io.redial.core.Handle;
import io.redial.core.Rate;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users of the older API meet when they handle its models. */
class CrsModelsTest {

    @Test
    void whatLiesInDataStandsInTheAnswerItself() {
        var json = "{\"totalCount\": 1, \"data\": {\"redisSet\": [{\"redisId\": \"crs-1\", \"status\": \"2\"}]}}";

        var response = WireReader.read(
                json.getBytes(StandardCharsets.UTF_8), UnknownFields.REFUSE, DescribeRedisResponse.WIRE);

        assertThat(response)
                .isEqualTo(DescribeRedisResponse.builder()
                        .totalCount(1)
                        .redisSet(Instance.builder()
                                .redisId("crs-1")
                                .status(InstanceStatus.RUNNING)
                                .build())
                        .build());
    }

    @Test
    void theTaskIsNoRequestId() {
        var response = ResetRedisPasswordResponse.builder().taskId(11966).build();

        assertThat(response.requestId()).isNull();
        assertThat(response.handle()).isEqualTo(Handle.of(Handle.Kind.TASK, "11966"));
        assertThat(DescribeTaskInfoRequest.of(11966).taskId()).isEqualTo(11966);
    }

    @Test
    void anUpgradeIsFollowedByItsOrderUntilTheInstanceRunsAgain() {
        var request = UpgradeRedisRequest.of("crs-1", 2048);
        var response = UpgradeRedisResponse.builder().dealId("432587").build();

        assertThat(request.handleOf(response)).hasToString("deal:432587/changed/crs-1");
        assertThat(CreateRedisResponse.builder().dealId("8").build().handle()).hasToString("deal:8/running");
        assertThat(RenewRedisResponse.builder().dealId("9").build().handle()).hasToString("deal:9/done");
        assertThat(request.taskTypes()).containsExactly("resizeInstance");
        assertThat(request.carriesSecret()).isFalse();
        assertThat(ResetRedisPasswordRequest.of("crs-1", "secret").carriesSecret())
                .isTrue();
    }

    @Test
    void aMisspeltActionIsCalledByItsRightName() {
        var action = ModifyRedisPasswordRequest.ACTION;

        assertThat(action.name()).isEqualTo("ModfiyRedisPassword");
        assertThat(action.rate()).isEqualTo(Rate.perSecond(10));
        assertThat(action.effect()).isEqualTo(Effect.WRITE);
        assertThat(action.busyCodes()).containsExactlyInAnyOrder("5100.InstanceLockedError", "5100.10707");
        assertThat(ResetRedisPasswordRequest.of("crs-1", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void membersByKeyKeepTheirOrderAndCannotBeChangedFromOutside() {
        var zones = new LinkedHashMap<>(Map.of("200001", "Shanghai"));
        var response = DescribeRedisZonesResponse.builder().zones(zones).build();
        zones.put("100002", "Guangzhou");

        assertThat(response.zones()).containsExactly(Map.entry("200001", "Shanghai"));
        assertThat(DescribeRedisZonesResponse.builder().build().zones()).isEmpty();
        assertThat(response).hasToString("DescribeRedisZonesResponse{zones={200001=Shanghai}}");
    }

    @Test
    void aPagedRequestFindsItsPagesAndItsRows() {
        var request = DescribeRedisRequest.of(10, 0);
        var instance = Instance.builder().redisId("crs-1").build();
        var page = DescribeRedisResponse.builder()
                .redisSet(instance)
                .totalCount(17)
                .build();

        assertThat(request.atPage(20, 40)).isEqualTo(DescribeRedisRequest.of(40, 20));
        assertThat(request.newestFirst().orderBy()).isEqualTo(InstanceSortField.CREATE_TIME);
        assertThat(request.itemsOf(page)).containsExactly(instance);
        assertThat(request.keyOf(instance)).isEqualTo("crs-1");
        assertThat(request.totalOf(page)).isEqualTo(17);
    }
}
