package io.redial.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks at what there is in a cloud. */
record InstanceInspector(Api3TestClient client) {

    /** The newest instance. */
    String newestInstance() {
        return client.call("DescribeInstances", "{\"Limit\":1}")
                .path("InstanceSet")
                .path(0)
                .path("InstanceId")
                .asText();
    }

    /** The oldest instances. */
    List<String> oldestInstances(int count) {
        return client.call("DescribeInstances", "{\"OrderType\":0,\"Limit\":" + count + "}")
                .path("InstanceSet")
                .findValuesAsText("InstanceId");
    }

    /** Missing if there is no such instance. */
    JsonNode row(String id) {
        return client.call("DescribeInstances", "{\"InstanceId\":\"" + id + "\"}")
                .path("InstanceSet")
                .path(0);
    }

    /** -100 if there is no such instance. */
    int status(String id) {
        return row(id).path("Status").asInt(-100);
    }

    /** Missing if there is no such order. */
    JsonNode order(String deal) {
        return client.call("DescribeInstanceDealDetail", "{\"DealIds\":[\"" + deal + "\"]}")
                .path("DealDetails")
                .path(0);
    }

    JsonNode taskInfo(long task) {
        return client.call("DescribeTaskInfo", "{\"TaskId\":" + task + "}");
    }

    /** The tasks of an instance, the newest first. */
    JsonNode tasks(String id) {
        return client.call("DescribeTaskList", "{\"InstanceId\":\"" + id + "\"}")
                .path("Tasks");
    }

    /** What is answered to a call that names just one instance. */
    JsonNode call(String action, String id) {
        return client.call(action, "{\"InstanceId\":\"" + id + "\"}");
    }

    String errorCode(String action, String id) {
        return Api3TestClient.errorCode(call(action, id));
    }
}
