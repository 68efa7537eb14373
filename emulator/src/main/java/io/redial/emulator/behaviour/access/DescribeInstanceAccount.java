package io.redial.emulator.behaviour.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Access;
import io.redial.emulator.instance.Account;

/** The root account is among them, without a time, as in the documented example. */
final class DescribeInstanceAccount implements Behaviour {
    private static final int CHANGING = 1;
    private static final int VALID = 2;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var instance = Targets.instance(call, cloud);
        var now = cloud.now();
        var all = instance.stateAt(now).feature(Access.USUAL).all();
        var answer = Json.object().put("TotalCount", all.size());
        answer.set("Accounts", Json.array(page.of(all.stream()), account -> row(account, instance.id(), now)));
        return answer;
    }

    private static ObjectNode row(Account account, String instanceId, long now) {
        var row = Json.object()
                .put("InstanceId", instanceId)
                .put("AccountName", account.name())
                .put("Remark", account.remark())
                .put("Privilege", account.privilege())
                .put("Status", now < account.settles() ? CHANGING : VALID)
                .put("CreateTime", account.created() == 0 ? "" : CloudTime.text(account.created()));
        account.nodes().forEach(row.putArray("ReadonlyPolicy")::add);
        return row;
    }
}
