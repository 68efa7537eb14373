package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which security groups instances are in. */
class SecurityActionsTest {
    private static final String DEFAULT = "sg-gl1egaj1";

    private final EmulatorFixture fixture = new EmulatorFixture();
    private final String id = fixture.inspector.oldestInstances(2).get(0);
    private final String other = fixture.inspector.oldestInstances(2).get(1);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void newInstance_isInTheDefaultGroup() {
        assertThat(groups(id)).containsExactly(DEFAULT);
        assertThat(groups(other)).containsExactly(DEFAULT);
    }

    @Test
    void binding_isImmediateEvenForLockedInstances() {
        fixture.inspector.call("ClearInstance", id);
        var both = "{'Product':'redis','SecurityGroupId':'sg-ajr1jzgj','InstanceIds':['" + id + "','" + other + "']}";
        fixture.call("AssociateSecurityGroups", both);
        fixture.call("AssociateSecurityGroups", both);
        assertThat(groups(id)).containsExactly(DEFAULT, "sg-ajr1jzgj");
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(groups(id)).containsExactly(DEFAULT, "sg-ajr1jzgj");
        assertThat(groups(other)).containsExactly(DEFAULT, "sg-ajr1jzgj");
        fixture.call("DisassociateSecurityGroups", both);
        assertThat(groups(other)).containsExactly(DEFAULT);
    }

    @Test
    void groupList_replacesAllGroups() {
        replace("'sg-ajr1jzgj','sg-7y0pa6nf','sg-ajr1jzgj'");
        assertThat(groups(id)).containsExactly("sg-ajr1jzgj", "sg-7y0pa6nf");
        assertThat(groups(other)).containsExactly(DEFAULT);
        var listed = fixture.call("DescribeInstanceSecurityGroup", "{'InstanceIds':['%s','%s']}", id, other)
                .path("InstanceSecurityGroupsDetail");
        assertThat(listed).hasSize(2);
        assertThat(listed.path(0).findValuesAsText("SecurityGroupId")).containsExactly("sg-ajr1jzgj", "sg-7y0pa6nf");
        assertThat(listed.path(1).findValuesAsText("SecurityGroupId")).containsExactly(DEFAULT);
    }

    @Test
    void replacing_requiresAnExistingGroup() {
        fixture.call(
                "DisassociateSecurityGroups",
                "{'Product':'redis','SecurityGroupId':'%s','InstanceIds':['%s']}",
                DEFAULT,
                id);
        assertThat(groups(id)).isEmpty();
        assertThat(fixture.errorCode(
                        "ModifyDBInstanceSecurityGroups",
                        "{'Product':'redis','InstanceId':'%s','SecurityGroupIds':['%s']}",
                        id,
                        DEFAULT))
                .isEqualTo("FailedOperation.UpdateSecurityGroupsFailed");
        assertThat(groups(id)).isEmpty();
    }

    @Test
    void groupsPerInstance_areLimitedToFive() {
        replace("'sg-ajr1jzgj','sg-7y0pa6nf','sg-3kq8w0ze','sg-b71xm4tu','sg-p5d2hn9c'");
        assertThat(fixture.errorCode(
                        "AssociateSecurityGroups",
                        "{'Product':'redis','SecurityGroupId':'%s','InstanceIds':['%s','%s']}",
                        "sg-z0v6ry3a",
                        other,
                        id))
                .isEqualTo("InvalidParameter.InstanceSGOverLimitError");
        assertThat(groups(id)).hasSize(5);
        assertThat(groups(other)).containsExactly(DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "AssociateSecurityGroups, sg-nothing, FailedOperation.AssociateSecurityGroupsFailed",
        "DisassociateSecurityGroups, sg-ajr1jzgj, FailedOperation.DisassociateSecurityGroupsFailed",
        "ModifyDBInstanceSecurityGroups, sg-nothing, FailedOperation.GetSecurityGroupDetailFailed",
    })
    void invalidBinding_isRejected(String action, String group, String code) {
        var request = action.startsWith("Modify")
                ? "{'Product':'redis','InstanceId':'%2$s','SecurityGroupIds':['%1$s']}"
                : "{'Product':'redis','SecurityGroupId':'%s','InstanceIds':['%s']}";
        assertThat(fixture.errorCode(action, request, group, id)).isEqualTo(code);
        assertThat(fixture.errorCode(action, request, DEFAULT, "crs-00000000")).startsWith("ResourceNotFound");
        assertThat(groups(id)).containsExactly(DEFAULT);
    }

    @Test
    void emptyGroupList_isRejected() {
        assertThat(fixture.errorCode(
                        "ModifyDBInstanceSecurityGroups",
                        "{'Product':'redis','InstanceId':'%s','SecurityGroupIds':[]}",
                        id))
                .isEqualTo("InvalidParameter.NotSupported");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'ProjectId':0 | 6",
                "'ProjectId':1 | 2",
                "'ProjectId':-1 | 9",
                "'ProjectId':77 | 0",
                "'SecurityGroupId':'sg-z0v6ry3a' | 1",
                "'SecurityGroupId':'sg-z0v6ry3a','ProjectId':0 | 0",
            })
    void projectGroups_areFiltered(String filter, int count) {
        assertThat(fixture.call("DescribeProjectSecurityGroup", "{" + filter + "}")
                        .path("SecurityGroupDetails"))
                .hasSize(count);
    }

    @Test
    void projectGroups_arePaged() {
        var all = fixture.call("DescribeProjectSecurityGroups", "{'Product':'redis','ProjectId':0}");
        assertThat(all.path("Total").intValue()).isEqualTo(6);
        var page =
                fixture.call("DescribeProjectSecurityGroups", "{'Product':'redis','ProjectId':0,'Limit':2,'Offset':4}");
        assertThat(page.path("Total").intValue()).isEqualTo(6);
        assertThat(page.path("Groups"))
                .containsExactly(all.path("Groups").path(4), all.path("Groups").path(5));
        var shops = fixture.call("DescribeProjectSecurityGroups", "{'Product':'redis','SearchKey':'shop'}");
        assertThat(shops.findValuesAsText("SecurityGroupName")).containsExactly("shop", "shop-admin");
        assertThat(fixture.call("DescribeProjectSecurityGroups", "{'Product':'redis','SearchKey':'sg-u4t9fw2m'}")
                        .path("Total")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void bothListActions_showTheSameRules() {
        JsonNode one = fixture.call("DescribeProjectSecurityGroup", "{'SecurityGroupId':'sg-ajr1jzgj'}")
                .path("SecurityGroupDetails")
                .path(0);
        JsonNode two = fixture.call("DescribeProjectSecurityGroups", "{'Product':'redis','SearchKey':'sg-ajr1jzgj'}")
                .path("Groups")
                .path(0);
        assertThat(one.path("InboundRule").findValuesAsText("Ip"))
                .isEqualTo(two.path("Inbound").findValuesAsText("CidrIp"))
                .contains("10.0.0.0/8");
        assertThat(one.path("InboundRule").findValuesAsText("Action")).containsExactly("ACCEPT", "DROP");
    }

    private void replace(String ids) {
        fixture.call(
                "ModifyDBInstanceSecurityGroups",
                "{'Product':'redis','InstanceId':'%s','SecurityGroupIds':[" + ids + "]}",
                id);
    }

    private List<String> groups(String instance) {
        return fixture.call("DescribeDBSecurityGroups", "{'Product':'redis','InstanceId':'%s'}", instance)
                .findValuesAsText("SecurityGroupId");
    }
}
