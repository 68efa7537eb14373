package io.redial.emulator.handler.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Catalog;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDurations;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An instance in the classic network has to move to a VPC before the public can reach it. */
class ClassicNetworkTest {
    private long nowMillis = 1_772_323_200_000L;
    private final Cloud cloud = Cloud.create(
            "ap-guangzhou", () -> nowMillis, new TaskDurations(1, Duration.ofSeconds(1), Duration.ofSeconds(1)), 1, 1);
    private final String id = cloud.oldestFirst().get(0).id();

    @Test
    void classicInstance_migratesToAVpcOnce() {
        cloud.updateInstance(id, state -> state.with(InstanceNetwork.CLASSIC));
        assertThatThrownBy(() -> call("AllocateWanAddress", request()))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("InvalidParameter.IsNotVpcInstance"));
        var move = request()
                .put("Operation", "changeBaseToVpc")
                .put("VpcId", "vpc-mine")
                .put("SubnetId", "subnet-mine");
        assertThat(call("ModifyNetworkConfig", move).path("VpcId").asText()).isEqualTo("vpc-mine");
        nowMillis += 1000;
        var state = cloud.instance(id).orElseThrow().stateAt(nowMillis);
        assertThat(InstanceNetwork.of(state)).isEqualTo(new InstanceNetwork("vpc-mine", "subnet-mine"));
        assertThatThrownBy(() -> call("ModifyNetworkConfig", move))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("InvalidParameter.NotSupported"));
        assertThat(call("AllocateWanAddress", request()).has("FlowId")).isTrue();
    }

    private ObjectNode request() {
        return Json.object().put("InstanceId", id);
    }

    private ObjectNode call(String action, ObjectNode parameters) {
        var spec = Catalog.tencentRedis().action(action).orElseThrow();
        return NetworkActions.all().get(action).handle(new ActionRequest(spec, "ap-guangzhou", parameters), cloud);
    }
}
