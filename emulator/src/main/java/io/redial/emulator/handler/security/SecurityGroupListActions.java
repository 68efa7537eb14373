package io.redial.emulator.handler.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.SecurityGroups;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lists of security groups. */
final class SecurityGroupListActions {
    private static final long ALL_PROJECTS = -1;

    private SecurityGroupListActions() {}

    static ObjectNode ofInstances(ActionRequest call, Cloud cloud) {
        var answer = Json.object();
        answer.set(
                "InstanceSecurityGroupsDetail",
                Json.array(InstanceResolver.resolveAll(call, cloud), instance -> detail(instance, cloud.now())));
        return answer;
    }

    static ObjectNode ofInstance(ActionRequest call, Cloud cloud) {
        var state = InstanceResolver.resolve(call, cloud).stateAt(cloud.now());
        var answer = Json.object()
                .put("VIP", state.address().ip())
                .put("VPort", Integer.toString(state.address().port()));
        answer.set("Groups", Json.array(groups(state), SecurityGroupRow::full));
        return answer;
    }

    static ObjectNode ofProject(ActionRequest call, Cloud cloud) {
        var id = call.text("SecurityGroupId").filter(text -> !text.isEmpty());
        var found = PredefinedSecurityGroup.ALL.stream()
                .filter(inProject(call))
                .filter(group -> id.map(group.id()::equals).orElse(true))
                .toList();
        var answer = Json.object();
        answer.set("SecurityGroupDetails", Json.array(found, SecurityGroupRow::detail));
        return answer;
    }

    static ObjectNode ofProjectPaged(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var word = call.text("SearchKey").orElse("");
        var found = PredefinedSecurityGroup.ALL.stream()
                .filter(inProject(call))
                .filter(group -> group.id().equals(word) || group.name().contains(word))
                .toList();
        var answer = Json.object().put("Total", found.size());
        answer.set("Groups", Json.array(page.of(found), SecurityGroupRow::full));
        return answer;
    }

    private static Predicate<PredefinedSecurityGroup> inProject(ActionRequest call) {
        var project = call.number("ProjectId", ALL_PROJECTS);
        return group -> project == ALL_PROJECTS || project == group.projectId();
    }

    private static ObjectNode detail(EmulatedInstance instance, long now) {
        var row = Json.object().put("InstanceId", instance.id());
        row.set("SecurityGroupDetails", Json.array(groups(instance.stateAt(now)), SecurityGroupRow::detail));
        return row;
    }

    private static List<PredefinedSecurityGroup> groups(InstanceState state) {
        return state.feature(SecurityGroups.DEFAULT).ids().stream()
                .map(PredefinedSecurityGroup::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
