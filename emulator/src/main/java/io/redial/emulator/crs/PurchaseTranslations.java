package io.redial.emulator.crs;

import static io.redial.emulator.crs.JsonFields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.protocol.ApiError;

/** What is ordered. */
final class PurchaseTranslations {
    private static final int CLUSTER = 1;
    private static final int PRIMARY_REPLICA = 2;

    /** The types of API 3.0 that were sold in the days of API v2: CKV 3.2 with shards, Redis 2.8 without. */
    private static final int NEW_CLUSTER = 4;

    private static final int NEW_PRIMARY_REPLICA = 2;
    private static final int STEP_MB = 1024;

    /** Where an instance goes whatever network was asked for. */
    private static final Address DEFAULT_ADDRESS = new Address(1, "", Address.DEFAULT_PORT);

    private PurchaseTranslations() {}

    /** The rules of the two APIs for passwords of clusters exclude each other, so the instance becomes password-free. */
    static ObjectNode createParameters(CrsRequest call, Cloud cloud) {
        var type = call.number("typeId");
        if (type != CLUSTER && type != PRIMARY_REPLICA) {
            throw new ApiError(
                    "InvalidParameterValue.InvalidInstanceTypeId",
                    "The type is 1, the cluster edition, or 2, the primary-replica edition.");
        }
        requireValidPassword(call.text("password"));
        return object().put("TypeId", type == CLUSTER ? NEW_CLUSTER : NEW_PRIMARY_REPLICA)
                .put("MemSize", call.number("memSize"))
                .put("GoodsNum", call.number("goodsNum"))
                .put("Period", call.number("period"))
                .put("BillingMode", Billing.MONTHLY)
                .put("ZoneId", call.number("zoneId"))
                .put("ProjectId", call.number("projectId"))
                .put("VpcId", DEFAULT_ADDRESS.vpcId())
                .put("SubnetId", DEFAULT_ADDRESS.subnetId())
                .put("NoAuth", true);
    }

    static ObjectNode renewParameters(CrsRequest call, Cloud cloud) {
        return object().put("InstanceId", call.text("redisId")).put("Period", call.number("period"));
    }

    /** The size is that of all shards together, and it only grows. */
    static ObjectNode upgradeParameters(CrsRequest call, Cloud cloud) {
        var wanted = call.number("memSize");
        var parameters = object().put("InstanceId", call.text("redisId")).put("MemSize", wanted);
        call.instance(cloud).map(instance -> instance.memoryAt(cloud.now())).ifPresent(memory -> {
            if (wanted % (STEP_MB * memory.shards()) != 0) {
                throw new ApiError(
                        "LimitExceeded.InvalidMemSize",
                        "The capacity is not on sale; every shard must have a multiple of " + STEP_MB + " MB.");
            }
            if (wanted <= memory.totalMb()) {
                throw new ApiError(
                        "InvalidParameterValue.ReduceCapacityNotAllowed",
                        "The capacity must be larger than the present one.");
            }
            parameters.put("MemSize", wanted / memory.shards());
        });
        return parameters;
    }

    static ObjectNode dealFields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        return JsonFields.data("dealId", answer.path("DealId"));
    }

    /** The rule of API v2, which is not that of API 3.0. */
    static void requireValidPassword(String password) {
        if (password.isEmpty()) {
            throw new ApiError("InvalidParameterValue.PasswordEmpty", "The password is empty.");
        }
        var kinds = (password.matches(".*[A-Za-z].*") ? 1 : 0)
                + (password.matches(".*\\d.*") ? 1 : 0)
                + (password.matches(".*[!@#%^*()].*") ? 1 : 0);
        if (kinds < 2 || !password.matches("[A-Za-z\\d!@#%^*()]{8,16}")) {
            throw new ApiError(
                    "InvalidParameterValue.PasswordRuleError",
                    "A password has 8 to 16 characters, at least two kinds of letters, digits and !@#%^*().");
        }
    }
}
