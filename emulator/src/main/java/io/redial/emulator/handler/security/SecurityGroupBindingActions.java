package io.redial.emulator.handler.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.SecurityGroups;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.util.List;
import java.util.stream.Stream;

/** Puts instances into security groups and takes them out. Nothing is done if one of the instances cannot be changed. */
final class SecurityGroupBindingActions {
    private SecurityGroupBindingActions() {}

    static ObjectNode bind(ActionRequest call, Cloud cloud) {
        var targets = InstanceResolver.resolveAll(call, cloud);
        var id = requireKnownGroup(
                call.requiredText("SecurityGroupId"), "FailedOperation.AssociateSecurityGroupsFailed");
        targets.forEach(one -> requireWithinLimit(call, with(ids(one, cloud), id)));
        targets.forEach(one -> set(cloud, one, with(ids(one, cloud), id)));
        return Json.object();
    }

    static ObjectNode unbind(ActionRequest call, Cloud cloud) {
        var targets = InstanceResolver.resolveAll(call, cloud);
        var id = call.requiredText("SecurityGroupId");
        for (var one : targets) {
            if (!ids(one, cloud).contains(id)) {
                throw call.error(
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

    static ObjectNode replace(ActionRequest call, Cloud cloud) {
        var target = InstanceResolver.resolve(call, cloud);
        var ids = call.texts("SecurityGroupIds").stream().distinct().toList();
        if (ids.isEmpty()) {
            throw call.error("The parameter `SecurityGroupIds` names no group.", "InvalidParameter.NotSupported");
        }
        if (ids(target, cloud).isEmpty()) {
            throw call.error(
                    "The instance is in no group; bind the first one with AssociateSecurityGroups.",
                    "FailedOperation.UpdateSecurityGroupsFailed");
        }
        requireWithinLimit(call, ids);
        ids.forEach(id -> requireKnownGroup(id, "FailedOperation.GetSecurityGroupDetailFailed"));
        set(cloud, target, ids);
        return Json.object();
    }

    private static String requireKnownGroup(String id, String code) {
        if (PredefinedSecurityGroup.find(id).isEmpty()) {
            throw new ApiError(code, "There is no security group in parameter `SecurityGroupId`.");
        }
        return id;
    }

    private static void requireWithinLimit(ActionRequest call, List<String> ids) {
        if (ids.size() > SecurityGroups.MAX_GROUPS) {
            throw call.error(
                    "An instance can be in " + SecurityGroups.MAX_GROUPS
                            + " security groups; unbind another one first.",
                    "InvalidParameter.InstanceSGOverLimitError");
        }
    }

    private static List<String> ids(EmulatedInstance instance, Cloud cloud) {
        return instance.stateAt(cloud.now()).feature(SecurityGroups.DEFAULT).ids();
    }

    private static List<String> with(List<String> ids, String another) {
        return Stream.concat(ids.stream(), Stream.of(another)).distinct().toList();
    }

    private static void set(Cloud cloud, EmulatedInstance instance, List<String> ids) {
        cloud.updateInstance(instance.id(), state -> state.with(new SecurityGroups(ids)));
    }
}
