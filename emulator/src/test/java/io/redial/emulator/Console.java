package io.redial.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks at what there is in a cloud. */
record Console(CloudCaller caller) {

    /** The newest instance. */
    String newest() {
        return caller.call("DescribeInstances", "{\"Limit\":1}")
                .path("InstanceSet")
                .path(0)
                .path("InstanceId")
                .asText();
    }

    /** The oldest instances. */
    List<String> oldest(int count) {
        return caller.call("DescribeInstances", "{\"OrderType\":0,\"Limit\":" + count + "}")
                .path("InstanceSet")
                .findValuesAsText("InstanceId");
    }

    /** Missing if there is no such instance. */
    JsonNode row(String id) {
        return caller.call("DescribeInstances", "{\"InstanceId\":\"" + id + "\"}")
                .path("InstanceSet")
                .path(0);
    }

    /** -100 if there is no such instance. */
    int status(String id) {
        return row(id).path("Status").asInt(-100);
    }

    /** Missing if there is no such order. */
    JsonNode order(String deal) {
        return caller.call("DescribeInstanceDealDetail", "{\"DealIds\":[\"" + deal + "\"]}")
                .path("DealDetails")
                .path(0);
    }

    JsonNode taskInfo(long task) {
        return caller.call("DescribeTaskInfo", "{\"TaskId\":" + task + "}");
    }

    /** The tasks of an instance, the newest first. */
    JsonNode tasks(String id) {
        return caller.call("DescribeTaskList", "{\"InstanceId\":\"" + id + "\"}")
                .path("Tasks");
    }

    /** What is answered to a call that names just one instance. */
    JsonNode call(String action, String id) {
        return caller.call(action, "{\"InstanceId\":\"" + id + "\"}");
    }

    String code(String action, String id) {
        return CloudCaller.code(call(action, id));
    }
}
