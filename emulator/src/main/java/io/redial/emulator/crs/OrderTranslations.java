package io.redial.emulator.crs;

import static io.redial.emulator.crs.JsonFields.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.protocol.ApiError;
import java.util.stream.StreamSupport;

/** Orders. What was ordered is not kept; the size is that of the instance at present. */
final class OrderTranslations {
    private OrderTranslations() {}

    static ObjectNode parameters(CrsRequest call, Cloud cloud) {
        var parameters = object();
        parameters.set("DealIds", call.parameters().path("dealIds"));
        return parameters;
    }

    static ObjectNode fields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        var found = answer.path("DealDetails");
        if (found.size() < call.texts("dealIds").stream().distinct().count()) {
            throw new ApiError("ResourceNotFound.DealIdNotFound", "There is no such order.");
        }
        var fields = object();
        fields.set("dealDetails", JsonFields.mapEach(found, deal -> row(deal, cloud)));
        return fields;
    }

    private static ObjectNode row(JsonNode deal, Cloud cloud) {
        var row = object().put("dealId", deal.path("DealId").asText())
                .put("dealName", deal.path("DealName").asText())
                .put("zoneId", deal.path("ZoneId").intValue())
                .put("goodsNum", deal.path("GoodsNum").intValue())
                .put("creator", deal.path("Creater").asText())
                .put("creatTime", deal.path("CreatTime").asText())
                .put("overdueTime", deal.path("OverdueTime").asText())
                .put("endTime", deal.path("EndTime").asText())
                .put("status", deal.path("Status").intValue())
                .put("description", deal.path("Description").asText())
                .put("price", deal.path("Price").longValue());
        var ids = deal.path("InstanceIds");
        var detail = row.putObject("goodsDetail");
        StreamSupport.stream(ids.spliterator(), false)
                .flatMap(id -> cloud.instance(id.asText()).stream())
                .findFirst()
                .ifPresent(instance ->
                        detail.put("memSize", instance.memoryAt(cloud.now()).totalMb()));
        detail.set("redisIds", ids);
        return row;
    }
}
