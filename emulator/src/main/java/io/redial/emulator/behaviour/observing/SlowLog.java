package io.redial.emulator.behaviour.observing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Between;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
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
record SlowLog(String list, int microsPerUnit, Function<SlowQuery, ObjectNode> row) implements Behaviour {
    static final Behaviour OF_NODES = new SlowLog("InstanceSlowLogDetail", 1, SlowLog::ofNode);
    static final Behaviour OF_PROXIES = new SlowLog("InstanceProxySlowLogDetail", 1000, SlowLog::ofClient);
    static final Behaviour OF_TENDIS = new SlowLog("TendisSlowLogDetail", 1000, SlowLog::ofTendis);

    private static final long LONGEST = TimeUnit.DAYS.toMillis(30) + 999;
    private static final int MOST = 10_000;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var between = Between.of(call);
        if (between.end() - between.begin() > LONGEST) {
            throw call.refusal(
                    "`BeginTime` and `EndTime` must not be more than 30 days apart.", "InvalidParameterValue");
        }
        var found = SlowQuery.between(between.begin(), between.end(), Observed.of(call, cloud)).stream()
                .filter(wanted(call))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        var shown = found.size() > MOST ? List.<SlowQuery>of() : page.of(found);
        answer.set(list, Json.array(shown, row));
        return answer;
    }

    private Predicate<SlowQuery> wanted(Call call) {
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
                .put("ExecuteTime", CloudTime.text(query.time()))
                .put("Duration", query.millis())
                .put("Command", query.command())
                .put("CommandLine", query.line());
    }
}
