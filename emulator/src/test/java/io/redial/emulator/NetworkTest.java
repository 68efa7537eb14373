package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskFate;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the addresses, the encryption and the bandwidth of an instance. */
class NetworkTest {
    private final Scene scene = new Scene();
    private final String id = scene.console.oldest(2).get(0);
    private final String other = scene.console.oldest(2).get(1);

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void aPublicAddressComesAndGoesWithItsTask() {
        var opening = scene.ok("AllocateWanAddress", "{'InstanceId':'%s'}", id);
        assertThat(opening.path("WanStatus").asText()).isEqualTo("Enabling public network access");
        assertThat(row(id).path("WanAddress").asText()).isEmpty();
        scene.clock.advance(Scene.TASK);
        assertThat(row(id).path("WanAddress").asText()).startsWith(id).matches(".*:2\\d{4}");
        assertThat(row(other).path("WanAddress").asText()).isEmpty();

        var closing = scene.done("ReleaseWanAddress", "{'InstanceId':'%s'}", id);
        assertThat(closing.path("WanStatus").asText()).isEqualTo("Disabling public network access");
        assertThat(row(id).path("WanAddress").asText()).isEmpty();
        assertThat(scene.console.tasks(id))
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
    void workThatFailsChangesNothing(String action, String parameters, String pointer) {
        var before = row(id).at(pointer);
        scene.emulator.nextTask(id, TaskFate.fails("broken"));
        scene.done(action, "{'InstanceId':'%s'" + parameters + "}", id);
        assertThat(row(id).at(pointer)).isEqualTo(before);
        scene.done(action, "{'InstanceId':'%s'" + parameters + "}", id);
        assertThat(row(id).at(pointer)).isNotEqualTo(before);
    }

    @Test
    void anInstanceTakesTheAddressThatItIsGiven() {
        var before = row(id);
        var answer = scene.ok("ModifyNetworkConfig", vip("10.200.0.1", 7000), id);
        assertThat(answer.path("Vip").asText()).isEqualTo("10.200.0.1");
        assertThat(answer.path("VpcId")).isEqualTo(before.path("UniqVpcId"));
        assertThat(row(id).path("WanIp")).isEqualTo(before.path("WanIp"));
        scene.clock.advance(Scene.TASK);
        assertThat(row(id).path("WanIp").asText()).isEqualTo("10.200.0.1");
        assertThat(row(id).path("Port").intValue()).isEqualTo(7000);
        assertThat(row(id).path("UniqSubnetId")).isEqualTo(before.path("UniqSubnetId"));
        var database = scene.ok("DescribeDBSecurityGroups", "{'Product':'redis','InstanceId':'%s'}", id);
        assertThat(database.path("VIP").asText()).isEqualTo("10.200.0.1");
        assertThat(database.path("VPort").asText()).isEqualTo("7000");
    }

    @Test
    void aPortChangesAlone() {
        var before = row(id);
        scene.done("ModifyNetworkConfig", "{'InstanceId':'%s','Operation':'changeVPort','VPort':1024}", id);
        assertThat(row(id).path("Port").intValue()).isEqualTo(1024);
        assertThat(row(id).path("WanIp")).isEqualTo(before.path("WanIp"));
    }

    @Test
    void inAnotherNetworkAnInstanceGetsAnAddressOfItsOwn() {
        var request = "{'InstanceId':'%s','Operation':'changeVpc','VpcId':'vpc-mine','SubnetId':'subnet-mine'}";
        var one = scene.ok("ModifyNetworkConfig", request, id);
        var two = scene.done("ModifyNetworkConfig", request, other);
        assertThat(one.path("Vip")).isNotEqualTo(two.path("Vip"));
        assertThat(row(id).path("UniqVpcId").asText()).isEqualTo("vpc-mine");
        assertThat(row(id).path("UniqSubnetId").asText()).isEqualTo("subnet-mine");
        assertThat(row(id).path("WanIp")).isEqualTo(one.path("Vip"));
        assertThat(row(id).path("VpcId")).isEqualTo(row(other).path("VpcId"));
        assertThat(scene.ok("DescribeInstances", "{'UniqVpcIds':['vpc-mine']}")
                        .path("TotalCount")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void anAddressThatWasLeftIsKeptForSomeDays() {
        var mine = row(id);
        var neighbour = neighbour();
        var wanted = mine.path("WanIp").asText();
        assertThat(scene.code("ModifyNetworkConfig", vip(wanted, 6379), neighbour))
                .isEqualTo("InvalidParameterValue.CheckNotPass");
        scene.done("ModifyNetworkConfig", vip("10.200.0.1", 6379).replace("}", ",'Recycle':2}"), id);
        assertThat(scene.code("ModifyNetworkConfig", vip(wanted, 6379), neighbour))
                .isEqualTo("InvalidParameterValue.CheckNotPass");
        scene.clock.advance(Duration.ofDays(2));
        scene.done("ModifyNetworkConfig", vip(wanted, 6379), neighbour);
        assertThat(row(neighbour).path("WanIp").asText()).isEqualTo(wanted);
    }

    @Test
    void anAddressIsFreeAtOnceIfNobodyKeepsIt() {
        var wanted = row(id).path("WanIp").asText();
        var neighbour = neighbour();
        scene.done("ModifyNetworkConfig", vip("10.200.0.1", 6379), id);
        assertThat(scene.code("ModifyNetworkConfig", vip(wanted, 6379), neighbour))
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
    void aChangeOfTheNetworkThatCannotBeIsRefused(String parameters, String code) {
        assertThat(scene.code("ModifyNetworkConfig", "{'InstanceId':'%s',%s}", id, parameters))
                .isEqualTo(code);
        assertThat(scene.console.status(id)).isEqualTo(2);
    }

    @Test
    void twoInstancesExchangeTheirAddresses() {
        var one = row(id);
        var two = row(other);
        scene.done("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'1'}", other);
        scene.ok("SwitchInstanceVip", "{'SrcInstanceId':'%s','DstInstanceId':'%s'}", id, other);
        assertThat(row(id).path("WanIp")).isEqualTo(one.path("WanIp"));
        scene.clock.advance(Scene.TASK);
        for (var field : new String[] {"WanIp", "Port", "UniqVpcId", "UniqSubnetId", "VpcId"}) {
            assertThat(row(id).path(field)).as(field).isEqualTo(two.path(field));
            assertThat(row(other).path(field)).as(field).isEqualTo(one.path(field));
        }
        assertThat(row(other).path("ReadOnly").intValue()).isZero();
        assertThat(scene.code("SwitchInstanceVip", "{'SrcInstanceId':'%s','DstInstanceId':'%s'}", id, id))
                .isEqualTo("InvalidParameter.InvalidParameter");
    }

    @Test
    void theStateOfEncryptionTellsOfItsOwnTaskOnly() {
        assertSsl(false, 2);
        scene.ok("OpenSSL", "{'InstanceId':'%s'}", id);
        assertSsl(false, 1);
        scene.clock.advance(Scene.TASK);
        assertSsl(true, 2);
        scene.ok("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':20000}", id);
        assertSsl(true, 2);
        scene.clock.advance(Scene.TASK);
        scene.emulator.nextTask(id, TaskFate.fails("broken"));
        scene.ok("CloseSSL", "{'InstanceId':'%s'}", id);
        assertSsl(true, 1);
        scene.clock.advance(Scene.TASK);
        assertSsl(true, 2);
        scene.done("CloseSSL", "{'InstanceId':'%s'}", id);
        assertSsl(false, 2);
    }

    private void assertSsl(boolean on, int status) {
        var answer = scene.ok("DescribeSSLStatus", "{'InstanceId':'%s'}", id);
        assertThat(answer.path("SSLConfig").booleanValue()).isEqualTo(on);
        assertThat(answer.path("Status").intValue()).isEqualTo(status);
        assertThat(answer.path("FeatureSupport").booleanValue()).isTrue();
    }

    @Test
    void bandwidthAndConnectionsAreSetWithinTheirLimits() {
        var range = scene.ok("DescribeBandwidthRange", "{'InstanceId':'%s'}", id);
        var most = range.path("MaxAddBandwidth").intValue();
        assertThat(row(id).path("NetLimit")).isEqualTo(range.path("BaseBandwidth"));
        scene.done("ModifyConnectionConfig", "{'InstanceId':'%s','Bandwidth':%d}", id, most);
        scene.done("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':40000}", id);
        assertThat(row(id).path("NetLimit").intValue())
                .isEqualTo(range.path("BaseBandwidth").intValue() + most);
        assertThat(row(id).path("ClientLimit").intValue()).isEqualTo(40_000);
        assertThat(scene.ok("DescribeBandwidthRange", "{'InstanceId':'%s'}", id)
                        .path("AddBandwidth")
                        .intValue())
                .isEqualTo(most);
        scene.ok("DescribeInstanceSpecBandwidth", "{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'Bandwidth':0", "'Bandwidth':193", "'ClientLimit':9999", "'ClientLimit':40001"})
    void bandwidthAndConnectionsOutsideTheirLimitsAreRefused(String parameter) {
        assertThat(scene.code("ModifyConnectionConfig", "{'InstanceId':'%s',%s}", id, parameter))
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
    void lockedAndIsolatedInstancesStayAsTheyAre(String action, String locked, String isolated) {
        scene.ok("DestroyPostpaidInstance", "{'InstanceId':'%s'}", id);
        assertThat(scene.console.code(action, id)).isEqualTo(locked);
        scene.clock.advance(Scene.TASK);
        assertThat(scene.console.code(action, id)).isEqualTo(isolated);
    }

    private JsonNode row(String instance) {
        return scene.console.row(instance);
    }

    /** Another instance in the same VPC. */
    private String neighbour() {
        var vpc = row(id).path("UniqVpcId");
        return scene.rows().stream()
                .filter(row -> row.path("UniqVpcId").equals(vpc))
                .map(row -> row.path("InstanceId").asText())
                .filter(name -> !name.equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String vip(String ip, int port) {
        return "{'InstanceId':'%s','Operation':'changeVip','Vip':'" + ip + "','VPort':" + port + "}";
    }
}
