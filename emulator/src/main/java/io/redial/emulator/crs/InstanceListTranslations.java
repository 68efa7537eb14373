package io.redial.emulator.crs;

import static io.redial.emulator.crs.JsonFields.copy;
import static io.redial.emulator.crs.JsonFields.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.protocol.ApiError;

/** Lists of instances. Numbers are printed as texts where the example does so. */
final class InstanceListTranslations {
    /** No document names a limit, but the successors have this one. */
    private static final int MAX_LIMIT = 1000;

    private InstanceListTranslations() {}

    static ObjectNode parameters(CrsRequest call, Cloud cloud) {
        var parameters = pageParameters(call);
        copy(call, "redisId", parameters, "InstanceId");
        copy(call, "redisName", parameters, "InstanceName");
        copy(call, "orderBy", parameters, "OrderBy");
        copy(call, "orderType", parameters, "OrderType");
        copy(call, "unVpcIds", parameters, "UniqVpcIds");
        copy(call, "unSubnetIds", parameters, "UniqSubnetIds");
        call.texts("projectIds").stream()
                .map(InstanceListTranslations::number)
                .forEach(parameters.withArray("ProjectIds")::add);
        return parameters;
    }

    static ObjectNode fields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        return JsonFields.rows(
                answer.path("TotalCount"), "redisSet", answer.path("InstanceSet"), InstanceListTranslations::row);
    }

    /** The document speaks of records in one place and of pages in another; these are records. */
    static ObjectNode pageParameters(CrsRequest call) {
        var limit = call.number("limit");
        if (limit < 1 || limit > MAX_LIMIT || call.number("offset") < 0) {
            throw new ApiError(
                    "InvalidParameter.InvalidParameter",
                    "The limit is 1 to " + MAX_LIMIT + ", and the offset is not negative.");
        }
        return object().put("Limit", limit).put("Offset", call.number("offset"));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new ApiError("InvalidParameter.InvalidParameter", "The id of a project is a number.");
        }
        return Long.parseLong(text);
    }

    private static ObjectNode row(JsonNode instance) {
        var isCluster = instance.path("ProductType").asText().equals("cluster");
        return object().put("redisName", instance.path("InstanceName").asText())
                .put("redisId", instance.path("InstanceId").asText())
                .put("appid", instance.path("Appid").asText())
                .put("projectId", instance.path("ProjectId").asText())
                .put("regionId", instance.path("RegionId").asText())
                .put("zoneId", instance.path("ZoneId").asText())
                .put("vpcId", instance.path("VpcId").intValue())
                .put("unVpcId", instance.path("UniqVpcId").asText())
                .put("subnetId", instance.path("SubnetId").intValue())
                .put("unSubnetId", instance.path("UniqSubnetId").asText())
                .put("status", instance.path("Status").asText())
                .put("statusDesc", instance.path("InstanceTitle").asText())
                .put("wanIp", instance.path("WanIp").asText())
                .put("port", instance.path("Port").asText())
                .put("createTime", instance.path("Createtime").asText())
                .put("size", Long.toString(instance.path("Size").longValue()))
                .put("sizeUsed", "0")
                .put("typeId", isCluster ? "1" : "2")
                .put("typeIdDesc", isCluster ? "Cluster" : "Primary-replica")
                .put("autoRenewFlag", instance.path("AutoRenewFlag").intValue())
                .put("deadlineTime", instance.path("DeadlineTime").asText());
    }
}
