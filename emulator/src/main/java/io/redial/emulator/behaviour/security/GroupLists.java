package io.redial.emulator.behaviour.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.SecurityGroups;
import io.redial.emulator.instance.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lists of security groups. */
final class GroupLists {
    private static final long EVERY_PROJECT = -1;

    private GroupLists() {}

    static ObjectNode ofInstances(Call call, Cloud cloud) {
        var answer = Json.object();
        answer.set(
                "InstanceSecurityGroupsDetail",
                Json.array(Targets.all(call, cloud), instance -> detail(instance, cloud.now())));
        return answer;
    }

    static ObjectNode ofInstance(Call call, Cloud cloud) {
        var state = Targets.instance(call, cloud).stateAt(cloud.now());
        var answer = Json.object()
                .put("VIP", state.address().ip())
                .put("VPort", Integer.toString(state.address().port()));
        answer.set("Groups", Json.array(groups(state), GroupRow::full));
        return answer;
    }

    static ObjectNode ofProject(Call call, Cloud cloud) {
        var id = call.text("SecurityGroupId").filter(text -> !text.isEmpty());
        var found = Group.ALL.stream()
                .filter(inProject(call))
                .filter(group -> id.map(group.id()::equals).orElse(true))
                .toList();
        var answer = Json.object();
        answer.set("SecurityGroupDetails", Json.array(found, GroupRow::detail));
        return answer;
    }

    static ObjectNode ofProjectInPages(Call call, Cloud cloud) {
        var page = Page.of(call);
        var word = call.text("SearchKey").orElse("");
        var found = Group.ALL.stream()
                .filter(inProject(call))
                .filter(group -> group.id().equals(word) || group.name().contains(word))
                .toList();
        var answer = Json.object().put("Total", found.size());
        answer.set("Groups", Json.array(page.of(found), GroupRow::full));
        return answer;
    }

    private static Predicate<Group> inProject(Call call) {
        var project = call.number("ProjectId", EVERY_PROJECT);
        return group -> project == EVERY_PROJECT || project == group.projectId();
    }

    private static ObjectNode detail(Instance instance, long now) {
        var row = Json.object().put("InstanceId", instance.id());
        row.set("SecurityGroupDetails", Json.array(groups(instance.stateAt(now)), GroupRow::detail));
        return row;
    }

    private static List<Group> groups(State state) {
        return state.feature(SecurityGroups.USUAL).ids().stream()
                .map(Group::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
