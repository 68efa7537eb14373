package io.redial.emulator.behaviour.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Catalog;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.WorkTimes;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Network;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An instance in the classic network has to move to a VPC before the public can reach it. */
class ClassicNetworkTest {
    private long now = 1_772_323_200_000L;
    private final Cloud cloud = Cloud.create(
            "ap-guangzhou", () -> now, new WorkTimes(1, Duration.ofSeconds(1), Duration.ofSeconds(1)), 1, 1);
    private final String id = cloud.oldestFirst().get(0).id();

    @Test
    void itMovesToAVpcOnce() {
        cloud.alter(id, state -> state.with(Network.CLASSIC));
        assertThatThrownBy(() -> answer("AllocateWanAddress", request()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("InvalidParameter.IsNotVpcInstance"));
        var move = request()
                .put("Operation", "changeBaseToVpc")
                .put("VpcId", "vpc-mine")
                .put("SubnetId", "subnet-mine");
        assertThat(answer("ModifyNetworkConfig", move).path("VpcId").asText()).isEqualTo("vpc-mine");
        now += 1000;
        var state = cloud.instance(id).orElseThrow().stateAt(now);
        assertThat(Network.of(state)).isEqualTo(new Network("vpc-mine", "subnet-mine"));
        assertThatThrownBy(() -> answer("ModifyNetworkConfig", move))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("InvalidParameter.NotSupported"));
        assertThat(answer("AllocateWanAddress", request()).has("FlowId")).isTrue();
    }

    private ObjectNode request() {
        return Json.object().put("InstanceId", id);
    }

    private ObjectNode answer(String action, ObjectNode parameters) {
        var spec = Catalog.tencentRedis().action(action).orElseThrow();
        return NetworkActions.all().get(action).answer(new Call(spec, "ap-guangzhou", parameters), cloud);
    }
}
