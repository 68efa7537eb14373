package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskOutcome;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the addresses, the encryption and the bandwidth of an instance. */
class NetworkActionsTest {
    private final EmulatorFixture fixture = new EmulatorFixture();
    private final String id = fixture.inspector.oldestInstances(2).get(0);
    private final String other = fixture.inspector.oldestInstances(2).get(1);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void publicAddress_isAllocatedAndReleasedByTasks() {
        var opening = fixture.call("AllocateWanAddress", "{'InstanceId':'%s'}", id);
        assertThat(opening.path("WanStatus").asText()).isEqualTo("Enabling public network access");
        assertThat(row(id).path("WanAddress").asText()).isEmpty();
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(row(id).path("WanAddress").asText()).startsWith(id).matches(".*:2\\d{4}");
        assertThat(row(other).path("WanAddress").asText()).isEmpty();

        var closing = fixture.callAndComplete("ReleaseWanAddress", "{'InstanceId':'%s'}", id);
        assertThat(closing.path("WanStatus").asText()).isEqualTo("Disabling public network access");
        assertThat(row(id).path("WanAddress").asText()).isEmpty();
        assertThat(fixture.inspector.tasks(id))
                .extracting(task -> task.path("TaskType").asText())
                .containsExactly("053", "052");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("AllocateWanAddress", "", "/WanAddress"),
                Arguments.of("ModifyNetworkConfig", ",'Operation':'changeVPort','VPort':7000", "/Port"),
                Arguments.of("ModifyConnectionConfig", ",'Bandwidth':5,'ClientLimit':20000", "/NetLimit"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void failedTask_changesNothing(String action, String parameters, String pointer) {
        var before = row(id).at(pointer);
        fixture.emulator.setNextTaskOutcome(id, TaskOutcome.fails("broken"));
        fixture.callAndComplete(action, "{'InstanceId':'%s'" + parameters + "}", id);
        assertThat(row(id).at(pointer)).isEqualTo(before);
        fixture.callAndComplete(action, "{'InstanceId':'%s'" + parameters + "}", id);
        assertThat(row(id).at(pointer)).isNotEqualTo(before);
    }

    @Test
    void instance_getsTheRequestedAddress() {
        var before = row(id);
        var answer = fixture.call("ModifyNetworkConfig", changeVip("10.200.0.1", 7000), id);
        assertThat(answer.path("Vip").asText()).isEqualTo("10.200.0.1");
        assertThat(answer.path("VpcId")).isEqualTo(before.path("UniqVpcId"));
        assertThat(row(id).path("WanIp")).isEqualTo(before.path("WanIp"));
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(row(id).path("WanIp").asText()).isEqualTo("10.200.0.1");
        assertThat(row(id).path("Port").intValue()).isEqualTo(7000);
        assertThat(row(id).path("UniqSubnetId")).isEqualTo(before.path("UniqSubnetId"));
        var database = fixture.call("DescribeDBSecurityGroups", "{'Product':'redis','InstanceId':'%s'}", id);
        assertThat(database.path("VIP").asText()).isEqualTo("10.200.0.1");
        assertThat(database.path("VPort").asText()).isEqualTo("7000");
    }

    @Test
    void portChange_keepsTheAddress() {
        var before = row(id);
        fixture.callAndComplete(
                "ModifyNetworkConfig", "{'InstanceId':'%s','Operation':'changeVPort','VPort':1024}", id);
        assertThat(row(id).path("Port").intValue()).isEqualTo(1024);
        assertThat(row(id).path("WanIp")).isEqualTo(before.path("WanIp"));
    }

    @Test
    void vpcChange_assignsANewAddress() {
        var request = "{'InstanceId':'%s','Operation':'changeVpc','VpcId':'vpc-mine','SubnetId':'subnet-mine'}";
        var one = fixture.call("ModifyNetworkConfig", request, id);
        var two = fixture.callAndComplete("ModifyNetworkConfig", request, other);
        assertThat(one.path("Vip")).isNotEqualTo(two.path("Vip"));
        assertThat(row(id).path("UniqVpcId").asText()).isEqualTo("vpc-mine");
        assertThat(row(id).path("UniqSubnetId").asText()).isEqualTo("subnet-mine");
        assertThat(row(id).path("WanIp")).isEqualTo(one.path("Vip"));
        assertThat(row(id).path("VpcId")).isEqualTo(row(other).path("VpcId"));
        assertThat(fixture.call("DescribeInstances", "{'UniqVpcIds':['vpc-mine']}")
                        .path("TotalCount")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void oldAddress_isReservedForTheRequestedDays() {
        var mine = row(id);
        var neighbour = instanceInTheSameVpc();
        var wanted = mine.path("WanIp").asText();
        assertThat(fixture.errorCode("ModifyNetworkConfig", changeVip(wanted, 6379), neighbour))
                .isEqualTo("InvalidParameterValue.CheckNotPass");
        fixture.callAndComplete(
                "ModifyNetworkConfig", changeVip("10.200.0.1", 6379).replace("}", ",'Recycle':2}"), id);
        assertThat(fixture.errorCode("ModifyNetworkConfig", changeVip(wanted, 6379), neighbour))
                .isEqualTo("InvalidParameterValue.CheckNotPass");
        fixture.clock.advance(Duration.ofDays(2));
        fixture.callAndComplete("ModifyNetworkConfig", changeVip(wanted, 6379), neighbour);
        assertThat(row(neighbour).path("WanIp").asText()).isEqualTo(wanted);
    }

    @Test
    void oldAddressWithoutReservation_isFreeAtOnce() {
        var wanted = row(id).path("WanIp").asText();
        var neighbour = instanceInTheSameVpc();
        fixture.callAndComplete("ModifyNetworkConfig", changeVip("10.200.0.1", 6379), id);
        assertThat(fixture.errorCode("ModifyNetworkConfig", changeVip(wanted, 6379), neighbour))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Operation':'changeVip','VPort':7000 | MissingParameter",
                "'Operation':'changeVip','Vip':'10.9.9.9' | MissingParameter",
                "'Operation':'changeVPort' | MissingParameter",
                "'Operation':'changeVpc','VpcId':'vpc-mine' | MissingParameter",
                "'Operation':'changeVpc','SubnetId':'subnet-mine' | MissingParameter",
                "'Operation':'changeVip','Vip':'10.9.9.256','VPort':7000 | InvalidParameter",
                "'Operation':'changeVip','Vip':'10.9.9','VPort':7000 | InvalidParameter",
                "'Operation':'changeVPort','VPort':80 | InvalidParameterValue",
                "'Operation':'changeVPort','VPort':7000,'Recycle':4 | InvalidParameterValue",
                "'Operation':'changeBaseToVpc','VpcId':'vpc-mine','SubnetId':'subnet-mine' | InvalidParameter.NotSupported",
            })
    void invalidNetworkChange_isRejected(String parameters, String code) {
        assertThat(fixture.errorCode("ModifyNetworkConfig", "{'InstanceId':'%s',%s}", id, parameters))
                .isEqualTo(code);
        assertThat(fixture.inspector.status(id)).isEqualTo(2);
    }

    @Test
    void instances_swapTheirAddresses() {
        var one = row(id);
        var two = row(other);
        fixture.callAndComplete("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'1'}", other);
        fixture.call("SwitchInstanceVip", "{'SrcInstanceId':'%s','DstInstanceId':'%s'}", id, other);
        assertThat(row(id).path("WanIp")).isEqualTo(one.path("WanIp"));
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        for (var field : new String[] {"WanIp", "Port", "UniqVpcId", "UniqSubnetId", "VpcId"}) {
            assertThat(row(id).path(field)).as(field).isEqualTo(two.path(field));
            assertThat(row(other).path(field)).as(field).isEqualTo(one.path(field));
        }
        assertThat(row(other).path("ReadOnly").intValue()).isZero();
        assertThat(fixture.errorCode("SwitchInstanceVip", "{'SrcInstanceId':'%s','DstInstanceId':'%s'}", id, id))
                .isEqualTo("InvalidParameter.InvalidParameter");
    }

    @Test
    void sslStatus_followsItsOwnTaskOnly() {
        assertSsl(false, 2);
        fixture.call("OpenSSL", "{'InstanceId':'%s'}", id);
        assertSsl(false, 1);
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertSsl(true, 2);
        fixture.call("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':20000}", id);
        assertSsl(true, 2);
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        fixture.emulator.setNextTaskOutcome(id, TaskOutcome.fails("broken"));
        fixture.call("CloseSSL", "{'InstanceId':'%s'}", id);
        assertSsl(true, 1);
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertSsl(true, 2);
        fixture.callAndComplete("CloseSSL", "{'InstanceId':'%s'}", id);
        assertSsl(false, 2);
    }

    private void assertSsl(boolean on, int status) {
        var answer = fixture.call("DescribeSSLStatus", "{'InstanceId':'%s'}", id);
        assertThat(answer.path("SSLConfig").booleanValue()).isEqualTo(on);
        assertThat(answer.path("Status").intValue()).isEqualTo(status);
        assertThat(answer.path("FeatureSupport").booleanValue()).isTrue();
    }

    @Test
    void bandwidthAndConnections_withinLimitsAreSet() {
        var range = fixture.call("DescribeBandwidthRange", "{'InstanceId':'%s'}", id);
        var most = range.path("MaxAddBandwidth").intValue();
        assertThat(row(id).path("NetLimit")).isEqualTo(range.path("BaseBandwidth"));
        fixture.callAndComplete("ModifyConnectionConfig", "{'InstanceId':'%s','Bandwidth':%d}", id, most);
        fixture.callAndComplete("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':40000}", id);
        assertThat(row(id).path("NetLimit").intValue())
                .isEqualTo(range.path("BaseBandwidth").intValue() + most);
        assertThat(row(id).path("ClientLimit").intValue()).isEqualTo(40_000);
        assertThat(fixture.call("DescribeBandwidthRange", "{'InstanceId':'%s'}", id)
                        .path("AddBandwidth")
                        .intValue())
                .isEqualTo(most);
        fixture.call("DescribeInstanceSpecBandwidth", "{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'Bandwidth':0", "'Bandwidth':193", "'ClientLimit':9999", "'ClientLimit':40001"})
    void bandwidthAndConnections_outsideLimitsAreRejected(String parameter) {
        assertThat(fixture.errorCode("ModifyConnectionConfig", "{'InstanceId':'%s',%s}", id, parameter))
                .isEqualTo("InvalidParameterValue");
    }

    @ParameterizedTest
    @CsvSource({
        "AllocateWanAddress, ResourceUnavailable.InstanceUnLockedError, ResourceUnavailable",
        "ReleaseWanAddress, ResourceUnavailable, ResourceUnavailable",
        "OpenSSL, ResourceUnavailable.InstanceStatusError, ResourceUnavailable.InstanceStatusError",
        "CloseSSL, ResourceUnavailable.InstanceStatusError, ResourceUnavailable.InstanceStatusError",
        "ModifyConnectionConfig, ResourceUnavailable, ResourceUnavailable",
    })
    void lockedOrIsolatedInstance_rejectsChanges(String action, String locked, String isolated) {
        fixture.call("DestroyPostpaidInstance", "{'InstanceId':'%s'}", id);
        assertThat(fixture.inspector.errorCode(action, id)).isEqualTo(locked);
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(fixture.inspector.errorCode(action, id)).isEqualTo(isolated);
    }

    private JsonNode row(String instance) {
        return fixture.inspector.row(instance);
    }

    /** Another instance in the same VPC. */
    private String instanceInTheSameVpc() {
        var vpc = row(id).path("UniqVpcId");
        return fixture.instanceRows().stream()
                .filter(row -> row.path("UniqVpcId").equals(vpc))
                .map(row -> row.path("InstanceId").asText())
                .filter(name -> !name.equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String changeVip(String ip, int port) {
        return "{'InstanceId':'%s','Operation':'changeVip','Vip':'" + ip + "','VPort':" + port + "}";
    }
}
