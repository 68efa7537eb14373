package io.redial.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.InstanceAccount;
import io.redial.emulator.instance.InstanceAccounts;
import io.redial.emulator.protocol.ActionRequest;

/** The root account is among them, without a time, as in the documented example. */
final class DescribeInstanceAccount implements ActionHandler {
    private static final int CHANGING = 1;
    private static final int VALID = 2;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var instance = InstanceResolver.resolve(call, cloud);
        var now = cloud.now();
        var all = instance.stateAt(now).feature(InstanceAccounts.DEFAULT).all();
        var answer = Json.object().put("TotalCount", all.size());
        answer.set("Accounts", Json.array(page.of(all.stream()), account -> row(account, instance.id(), now)));
        return answer;
    }

    private static ObjectNode row(InstanceAccount account, String instanceId, long now) {
        var row = Json.object()
                .put("InstanceId", instanceId)
                .put("AccountName", account.name())
                .put("Remark", account.remark())
                .put("Privilege", account.privilege())
                .put("Status", now < account.busyUntil() ? CHANGING : VALID)
                .put("CreateTime", account.created() == 0 ? "" : ApiTime.format(account.created()));
        account.nodes().forEach(row.putArray("ReadonlyPolicy")::add);
        return row;
    }
}
