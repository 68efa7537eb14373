package io.redial.emulator.behaviour.work;

import io.redial.emulator.behaviour.Behaviour;
import java.util.Map;

/** The actions that look tasks and orders up. */
public final class WorkActions {
    private WorkActions() {}

    /** What each of them does. */
    public static Map<String, Behaviour> all() {
        return Map.of(
                "DescribeInstanceDealDetail", new DescribeInstanceDealDetail(),
                "DescribeTaskInfo", new DescribeTaskInfo(),
                "DescribeTaskList", new DescribeTaskList());
    }
}
