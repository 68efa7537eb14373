package io.redial.emulator.behaviour.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.ParameterChange;
import io.redial.emulator.instance.Parameters;

/** Lists the changes, the newest first, those that are being made and those that failed included. */
final class DescribeInstanceParamRecords implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var history = Targets.instance(call, cloud)
                .stateAt(cloud.now())
                .feature(Parameters.USUAL)
                .history();
        var answer = Json.object().put("TotalCount", history.size());
        answer.set("InstanceParamHistory", Json.array(page.of(history.stream()), change -> row(change, cloud)));
        return answer;
    }

    private static ObjectNode row(ParameterChange change, Cloud cloud) {
        return Json.object()
                .put("ParamName", change.name())
                .put("PreValue", change.before())
                .put("NewValue", change.after())
                .put("Status", ChangeState.of(change, cloud).wire())
                .put("ModifyTime", CloudTime.text(change.when()));
    }
}
