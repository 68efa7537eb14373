package io.redial.emulator.handler.tasks;

import io.redial.emulator.handler.ActionHandler;
import java.util.Map;

/** The actions that look tasks and orders up. */
public final class TaskActions {
    private TaskActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.of(
                "DescribeInstanceDealDetail", new DescribeInstanceDealDetail(),
                "DescribeTaskInfo", new DescribeTaskInfo(),
                "DescribeTaskList", new DescribeTaskList());
    }
}
