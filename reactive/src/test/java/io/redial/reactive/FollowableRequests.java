package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.core.FollowableRequest;
import io.redial.core.wire.WireReader;
import io.redial.tencent.redis.CreateParamTemplateRequest;
import io.redial.tencent.redis.CreateParamTemplateResponse;
import io.redial.tencent.redis.DescribeInstanceBackupsRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeReplicationGroupRequest;
import io.redial.tencent.redis.Groups;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceType;
import io.redial.tencent.redis.RedisBackupSet;
import io.redial.tencent.redis.TencentRedisActions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The documented requests that start work, for instances of a cloud in virtual time that nothing else happens to. */
final class FollowableRequests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> OF_MEMBERS = Set.of(
            "ChangeInstanceRole", "ChangeMasterInstance", "DeleteReplicationInstance", "RemoveReplicationInstance");
    private static final Map<Integer, String> LATER = Map.of(6, "8", 7, "9", 8, "15", 9, "16", 15, "17", 16, "18");

    private final VirtualCloud virtual;
    private final Duration task;
    private final List<InstanceSet> instances = new ArrayList<>();
    private int used;

    FollowableRequests(VirtualCloud virtual, Duration task) {
        this.virtual = virtual;
        this.task = task;
        virtual.redis.items(DescribeInstancesRequest.builder().build()).subscribe(instances::add);
        virtual.pass(Duration.ofSeconds(1));
    }

    /** A request that can be sent now: what it needs has been made. */
    FollowableRequest<?> of(ActionSpec action) throws JsonProcessingException {
        var documented = action.examples().isEmpty()
                ? "{\"InstanceId\": \"\", \"OldPassword\": \"old-secret-1\", \"Password\": \"new-secret-1\"}"
                : action.examples().get(0).request();
        var body = (ObjectNode) MAPPER.readTree(documented);
        var one = action.name().equals("UpgradeInstanceVersion") ? upgradable() : next();
        prepare(action.name(), one);
        for (var name : List.of("InstanceId", "SrcInstanceId", "DstInstanceId")) {
            if (body.has(name)) {
                body.put(name, name.startsWith("Dst") ? next().instanceId() : one.instanceId());
            }
        }
        if (body.has("InstanceIds")) {
            body.putArray("InstanceIds").add(next().instanceId()).add(next().instanceId());
        }
        fit(action.name(), body, one);
        var known = TencentRedisActions.all().stream()
                .filter(candidate -> candidate.name().equals(action.name()))
                .findFirst()
                .orElseThrow();
        return (FollowableRequest<?>) WireReader.read(
                body.toString().getBytes(StandardCharsets.UTF_8), WireReader.UnknownFields.REFUSE, known.request());
    }

    private void prepare(String action, InstanceSet one) {
        switch (action) {
            case "CleanUpInstance" -> work("DestroyPostpaidInstance", one, Map.of());
            case "ModifyInstanceAccount" -> account(one, "test_account");
            case "DeleteInstanceAccount" -> account(one, "example_account");
            case "AddReplicationInstance" -> group(one);
            case "RestoreInstance" -> work("ManualBackupInstance", one, Map.of());
            default -> {
                if (OF_MEMBERS.contains(action)) {
                    group(one);
                    work("AddReplicationInstance", one, Map.of("InstanceRole", "r", "GroupId", newestGroup()));
                }
            }
        }
    }

    private void fit(String action, ObjectNode body, InstanceSet one) {
        switch (action) {
            case "ApplyParamsTemplate" -> body.put("TemplateId", template());
            case "CreateInstances", "CloneInstances" -> body.remove("TemplateId");
            case "AddReplicationInstance" -> body.put("GroupId", newestGroup());
            case "ChangeReplicaToMaster" ->
                body.put("GroupId", one.nodeSet().get(1).nodeId());
            case "ModifyNetworkConfig" -> body.put("Vip", "10.200.0.1").put("VPort", 6380);
            case "RestoreInstance" -> body.put("BackupId", backup(one));
            case "UpgradeInstanceVersion" -> body.put("TargetInstanceType", LATER.get(type(one)));
            // at once, and not in the maintenance window
            case "ModifyInstanceAvailabilityZones" ->
                body.put("SwitchOption", 2).set("NodeSet", nodes(one));
            default -> {
                if (OF_MEMBERS.contains(action)) {
                    body.put("GroupId", newestGroup());
                }
            }
        }
    }

    private static ArrayNode nodes(InstanceSet one) {
        var nodes = MAPPER.createArrayNode();
        one.nodeSet()
                .forEach(node -> nodes.addObject()
                        .put("NodeType", Objects.requireNonNull(node.nodeType()).value())
                        .put("NodeId", node.nodeId())
                        .put("ZoneId", node.zoneId()));
        return nodes;
    }

    private void group(InstanceSet member) {
        work("CreateReplicationGroup", next(), Map.of());
        work("ClearInstance", member, Map.of());
    }

    private void account(InstanceSet one, String name) {
        work(
                "CreateInstanceAccount",
                one,
                Map.of(
                        "AccountName",
                        name,
                        "AccountPassword",
                        "secret-1",
                        "ReadonlyPolicy",
                        List.of("master"),
                        "Privilege",
                        "r"));
    }

    private void work(String action, InstanceSet one, Map<String, Object> more) {
        var parameters = new HashMap<>(more);
        parameters.put("InstanceId", one.instanceId());
        told(virtual.redis.call(action, "2018-04-12", parameters));
        virtual.pass(task);
    }

    private String template() {
        var request = CreateParamTemplateRequest.builder()
                .name("mine")
                .productType(InstanceType.of(6))
                .build();
        return told(virtual.redis.call(request).mapNotNull(CreateParamTemplateResponse::templateId));
    }

    private String newestGroup() {
        return told(virtual.redis
                .items(DescribeReplicationGroupRequest.builder()
                        .limit(100)
                        .offset(0)
                        .build())
                .mapNotNull(Groups::groupId)
                .last());
    }

    private String backup(InstanceSet one) {
        return told(virtual.redis
                .items(DescribeInstanceBackupsRequest.builder()
                        .instanceId(one.instanceId())
                        .build())
                .mapNotNull(RedisBackupSet::backupId)
                .next());
    }

    private <T> T told(Mono<T> question) {
        var answers = new ArrayList<T>();
        var errors = new ArrayList<Throwable>();
        question.subscribe(answers::add, errors::add);
        virtual.pass(Duration.ofSeconds(2));
        assertThat(errors).isEmpty();
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private InstanceSet upgradable() {
        var one = next();
        return LATER.containsKey(type(one)) ? one : upgradable();
    }

    private static int type(InstanceSet one) {
        return (int) Objects.requireNonNull(one.type()).value();
    }

    /** Nodes have numbers only where they stand in several zones, and some actions name a node. */
    private InstanceSet next() {
        var one = instances.get(used++ % instances.size());
        return one.nodeSet().size() > 1 ? one : next();
    }
}
