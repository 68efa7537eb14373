package io.redial.emulator.handler.monitoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.handler.TimeRange;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One of the three lists of slow queries, which tell of the same queries.
 *
 * @param list what the list is called
 * @param microsPerUnit the unit of the parameter MinQueryTime
 * @param row what is told of a query
 */
record SlowLog(String list, int microsPerUnit, Function<SlowQuery, ObjectNode> row) implements ActionHandler {
    static final ActionHandler NODES = new SlowLog("InstanceSlowLogDetail", 1, SlowLog::ofNode);
    static final ActionHandler PROXIES = new SlowLog("InstanceProxySlowLogDetail", 1000, SlowLog::ofClient);
    static final ActionHandler TENDIS = new SlowLog("TendisSlowLogDetail", 1000, SlowLog::ofTendis);

    private static final long MAX_RANGE_MILLIS = TimeUnit.DAYS.toMillis(30) + 999;
    private static final int MAX_QUERIES = 10_000;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var between = TimeRange.of(call);
        if (between.end() - between.begin() > MAX_RANGE_MILLIS) {
            throw call.error("`BeginTime` and `EndTime` must not be more than 30 days apart.", "InvalidParameterValue");
        }
        var found = SlowQuery.between(between.begin(), between.end(), MonitoredInstance.of(call, cloud)).stream()
                .filter(wanted(call))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        var shown = found.size() > MAX_QUERIES ? List.<SlowQuery>of() : page.of(found);
        answer.set(list, Json.array(shown, row));
        return answer;
    }

    private Predicate<SlowQuery> wanted(ActionRequest call) {
        var slowest = call.number("MinQueryTime", 0);
        var role = call.text("Role");
        return query -> query.millis() * 1000L >= slowest * microsPerUnit
                && role.map(text -> text.equals("master") == query.primary()).orElse(true);
    }

    private static ObjectNode ofNode(SlowQuery query) {
        return ofClient(query).put("Node", query.node());
    }

    private static ObjectNode ofTendis(SlowQuery query) {
        return of(query).put("Node", query.node());
    }

    private static ObjectNode ofClient(SlowQuery query) {
        return of(query).put("Client", query.client());
    }

    private static ObjectNode of(SlowQuery query) {
        return Json.object()
                .put("ExecuteTime", ApiTime.format(query.time()))
                .put("Duration", query.millis())
                .put("Command", query.command())
                .put("CommandLine", query.line());
    }
}
