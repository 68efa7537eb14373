package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The documented example of each action, for things that are in this cloud. Its clock stands at the start of a
 * {@link EmulatorFixture}, and its tasks take ten seconds.
 */
final class ValidRequests {
    /** These ask for a member of a replication group. */
    private static final Set<String> GROUP_MEMBER_ACTIONS = Set.of(
            "ChangeInstanceRole",
            "ChangeMasterInstance",
            "DeleteReplicationInstance",
            "DescribeReplicationGroupInstance",
            "RemoveReplicationInstance");

    private final Api3TestClient client;
    private final InstanceInspector inspector;
    private final ManualClock clock;

    ValidRequests(Api3TestClient caller, ManualClock clock) {
        this.client = caller;
        this.inspector = new InstanceInspector(caller);
        this.clock = clock;
    }

    /** Makes what the action needs to be there, so that it can be done to the first instance. */
    void prepare(String action, String one, String two) {
        switch (action) {
            case "CleanUpInstance", "StartupInstance" -> isolate(one);
            case "AddReplicationInstance" -> {
                runTask("CreateReplicationGroup", two, "");
                runTask("ClearInstance", one, "");
            }
            case "ModifyReplicationGroup" -> runTask("CreateReplicationGroup", one, "");
            // the document has no state for a group that is not being worked on, so this one still is
            case "DescribeReplicationGroup" -> inspector.call("CreateReplicationGroup", one);
            case "RemoveReplicationGroup" -> {
                runTask("CreateReplicationGroup", one, "");
                runTask("RemoveReplicationInstance", one, ",'SyncType':false,'GroupId':'" + groupId() + "'");
            }
            case "DeleteInstanceAccount" -> createAccount(one, "example_account");
            case "ModifyInstanceAccount" -> createAccount(one, "test_account");
            case "DescribeTaskList" -> runTask("ClearInstance", one, "");
            case "DescribeInstanceParamRecords" ->
                runTask("ModifyInstanceParams", one, ",'InstanceParams':[{'Key':'hz','Value':'20'}]");
            case "DescribeParamTemplates" -> createTemplate();
            case "DescribeSecondLevelBackupInfo" ->
                runTask("ModifyInstanceBackupMode", one, ",'BackupMode':'SecondLevelBackup'");
            case "DescribeBackupDownloadRestriction" ->
                client.call(
                        "ModifyBackupDownloadRestriction",
                        json("{'LimitType':'Customize','VpcComparisonSymbol':'In','IpComparisonSymbol':'NotIn',"
                                + "'LimitVpc':[{'VpcList':['vpc-5og4fwm9'],'Region':'ap-guangzhou'}],"
                                + "'LimitIp':['10.1.0.13']}"));
            case "DisassociateSecurityGroups" ->
                client.call(
                        "AssociateSecurityGroups",
                        json("{'Product':'redis','SecurityGroupId':'sg-ajr1jzgj','InstanceIds':['" + one + "']}"));
            case "SwitchAccessNewInstance" ->
                // at eight in the morning, the maintenance window has just closed
                runTask(
                        "UpgradeSmallVersion",
                        one,
                        ",'CurrentRedisVersion':'6.2.0','UpgradeRedisVersion':'9.9.9','InstanceTypeUpgradeNow':0");
            default -> {
                if (GROUP_MEMBER_ACTIONS.contains(action)) {
                    prepare("AddReplicationInstance", one, two);
                    runTask("AddReplicationInstance", one, ",'InstanceRole':'r','GroupId':'" + groupId() + "'");
                }
            }
        }
    }

    /** The request itself. */
    String body(ActionSpec action, String one, String two) throws IOException {
        var body = (ObjectNode) Api3TestClient.MAPPER.readTree(ExampleRequestsTest.request(action));
        Stream.of("InstanceId", "SrcInstanceId").filter(body::has).forEach(field -> body.put(field, one));
        if (body.has("DstInstanceId")) {
            body.put("DstInstanceId", two);
        }
        if (body.has("InstanceIds")) {
            body.putArray("InstanceIds").add(one);
        }
        if (body.has("TemplateId")) {
            body.put("TemplateId", createTemplate());
        }
        if (body.path("GroupId").isTextual()) {
            body.put("GroupId", groupId());
        }
        if (body.has("BackupId")) {
            body.put("BackupId", backupId(one));
        }
        if (body.has("Date")) {
            body.put("Date", body.path("Date").asText().contains("-") ? "2026-03-01" : "20260301");
        }
        if (body.has("BeginTime")) {
            body.put("BeginTime", "2026-02-22 08:00:00").put("EndTime", "2026-03-01 08:00:00");
        }
        adjustExample(action.name(), body, one, two);
        return body.toString();
    }

    private void adjustExample(String action, ObjectNode body, String one, String two) {
        switch (action) {
            // the example leaves out what its operation needs
            case "ModifyNetworkConfig" -> body.put("Vip", "10.200.0.1").put("VPort", 6380);
            case "ModifyInstance" -> body.withArray("InstanceIds").add(two);
            case "ChangeReplicaToMaster" ->
                body.set("GroupId", inspector.row(one).path("NodeSet").path(1).path("NodeId"));
            case "UpgradeInstance", "InquiryPriceUpgradeInstance" ->
                body.put("MemSize", inspector.row(one).path("RedisShardSize").asInt(0) + 1024);
            case "UpgradeInstanceVersion" ->
                body.put(
                        "TargetInstanceType",
                        nextInstanceType(inspector.row(one).path("Type").intValue()));
            case "ModifyInstanceAvailabilityZones" ->
                body.put("SwitchOption", 2).set("NodeSet", nodes(one));
            case "DescribeInstanceDealDetail" ->
                body.putArray("DealIds")
                        .add(client.call("RenewInstance", json("{'Period':1,'InstanceId':'" + one + "'}"))
                                .path("DealId")
                                .asText());
            case "DescribeTaskInfo" ->
                body.set("TaskId", inspector.call("ClearInstance", one).path("TaskId"));
            case "DescribeCommonDBInstances" -> body.remove("PayMode");
            case "DescribeRedisClusterOverview", "DescribeRedisClusters" -> body.remove("DedicatedClusterId");
            case "DescribeProjectSecurityGroup" -> body.put("SecurityGroupId", "sg-ajr1jzgj");
            case "DescribeProjectSecurityGroups" -> body.put("ProjectId", 0);
            case "DescribeSecondLevelBackupInfo" -> body.remove("BackupTimestamp");
            // not only texts, since this instance has none that is large
            case "DescribeInstanceMonitorBigKey" -> body.put("ReqType", 2);
            case "DescribeInstanceEvents" -> {
                body.remove(List.of("InstanceId", "Grades"));
                body.put("ExecutionStartDate", "2026-02-14").put("ExecutionEndDate", "2026-03-15");
            }
            case "ModifyInstanceEvent" -> {
                var event = cancelableEvent();
                body.removeAll();
                body.put("Status", "Canceled").put("EventId", event.path("ID").longValue());
                body.put(
                        "InstanceId",
                        inspector.row(one).isMissingNode()
                                ? one
                                : event.path("InstanceId").asText());
            }
            default -> {}
        }
    }

    /** One that waits and may be canceled. */
    private JsonNode cancelableEvent() {
        return client.call(
                        "DescribeInstanceEvents",
                        json("{'ExecutionStartDate':'2026-03-02','ExecutionEndDate':'2026-03-15','PageSize':100,"
                                + "'Status':['Waiting'],'Grades':['Low']}"))
                .path("RedisInstanceEvents")
                .path(0);
    }

    private void createAccount(String one, String name) {
        runTask(
                "CreateInstanceAccount",
                one,
                ",'AccountName':'" + name
                        + "','AccountPassword':'secret-1','ReadonlyPolicy':['master'],'Privilege':'r'");
    }

    /** The id of a new template. */
    String createTemplate() {
        return client.call("CreateParamTemplate", json("{'Name':'mine','ProductType':6}"))
                .path("TemplateId")
                .asText();
    }

    /** The instance is in the recycle bin. */
    void isolate(String one) {
        runTask("DestroyPostpaidInstance", one, "");
        assertThat(inspector.status(one)).isEqualTo(-2);
    }

    private void runTask(String action, String one, String parameters) {
        assertThat(client.errorCode(action, json("{'InstanceId':'" + one + "'" + parameters + "}")))
                .as(action)
                .isEmpty();
        clock.advance(Duration.ofSeconds(10));
    }

    /** Any other id will do as long as there is no group. */
    private String groupId() {
        return client.call("DescribeReplicationGroup", json("{'Limit':1,'Offset':0}"))
                .path("Groups")
                .path(0)
                .path("GroupId")
                .asText("crs-rpl-nothing1");
    }

    private String backupId(String one) {
        return inspector
                .call("DescribeInstanceBackups", one)
                .path("BackupSet")
                .path(0)
                .path("BackupId")
                .asText();
    }

    private static String nextInstanceType(int type) {
        return switch (type) {
            case 6 -> "8";
            case 7 -> "9";
            case 8 -> "15";
            case 9 -> "16";
            case 15 -> "17";
            default -> "18";
        };
    }

    private JsonNode nodes(String one) {
        var listed = inspector.row(one).path("NodeSet");
        return listed.isEmpty()
                ? Api3TestClient.MAPPER.valueToTree(List.of(Map.of("NodeType", 0, "ZoneId", 100_004)))
                : listed;
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
