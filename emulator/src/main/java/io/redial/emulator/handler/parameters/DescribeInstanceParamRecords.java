package io.redial.emulator.handler.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.ParameterChange;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.protocol.ActionRequest;

/** Lists the changes, the newest first, those that are being made and those that failed included. */
final class DescribeInstanceParamRecords implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var history = InstanceResolver.resolve(call, cloud)
                .stateAt(cloud.now())
                .feature(Parameters.DEFAULT)
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
                .put("Status", ParameterChangeState.of(change, cloud).code())
                .put("ModifyTime", ApiTime.format(change.requestedAt()));
    }
}
