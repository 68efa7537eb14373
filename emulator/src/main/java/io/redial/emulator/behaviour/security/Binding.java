package io.redial.emulator.behaviour.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.SecurityGroups;
import java.util.List;
import java.util.stream.Stream;

/** Puts instances into security groups and takes them out. Nothing is done if one of the instances cannot be changed. */
final class Binding {
    private Binding() {}

    static ObjectNode bind(Call call, Cloud cloud) {
        var targets = Targets.all(call, cloud);
        var id = known(call.requiredText("SecurityGroupId"), "FailedOperation.AssociateSecurityGroupsFailed");
        targets.forEach(one -> limited(call, with(ids(one, cloud), id)));
        targets.forEach(one -> set(cloud, one, with(ids(one, cloud), id)));
        return Json.object();
    }

    static ObjectNode unbind(Call call, Cloud cloud) {
        var targets = Targets.all(call, cloud);
        var id = call.requiredText("SecurityGroupId");
        for (var one : targets) {
            if (!ids(one, cloud).contains(id)) {
                throw call.refusal(
                        "The instance " + one.id() + " is not in the group in parameter `SecurityGroupId`.",
                        "FailedOperation.DisassociateSecurityGroupsFailed");
            }
        }
        targets.forEach(one -> set(
                cloud,
                one,
                ids(one, cloud).stream().filter(other -> !other.equals(id)).toList()));
        return Json.object();
    }

    static ObjectNode replace(Call call, Cloud cloud) {
        var target = Targets.instance(call, cloud);
        var ids = call.texts("SecurityGroupIds").stream().distinct().toList();
        if (ids.isEmpty()) {
            throw call.refusal("The parameter `SecurityGroupIds` names no group.", "InvalidParameter.NotSupported");
        }
        if (ids(target, cloud).isEmpty()) {
            throw call.refusal(
                    "The instance is in no group; bind the first one with AssociateSecurityGroups.",
                    "FailedOperation.UpdateSecurityGroupsFailed");
        }
        limited(call, ids);
        ids.forEach(id -> known(id, "FailedOperation.GetSecurityGroupDetailFailed"));
        set(cloud, target, ids);
        return Json.object();
    }

    private static String known(String id, String code) {
        if (Group.find(id).isEmpty()) {
            throw new Refusal(code, "There is no security group in parameter `SecurityGroupId`.");
        }
        return id;
    }

    private static void limited(Call call, List<String> ids) {
        if (ids.size() > SecurityGroups.MAX) {
            throw call.refusal(
                    "An instance can be in " + SecurityGroups.MAX + " security groups; unbind another one first.",
                    "InvalidParameter.InstanceSGOverLimitError");
        }
    }

    private static List<String> ids(Instance instance, Cloud cloud) {
        return instance.stateAt(cloud.now()).feature(SecurityGroups.USUAL).ids();
    }

    private static List<String> with(List<String> ids, String another) {
        return Stream.concat(ids.stream(), Stream.of(another)).distinct().toList();
    }

    private static void set(Cloud cloud, Instance instance, List<String> ids) {
        cloud.alter(instance.id(), state -> state.with(new SecurityGroups(ids)));
    }
}
