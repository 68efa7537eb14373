package io.redial.emulator.crs;

import static io.redial.emulator.crs.Fields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.Billing;

/** What is ordered. */
final class Purchases {
    private static final int CLUSTER = 1;
    private static final int PRIMARY_REPLICA = 2;

    /** The types of API 3.0 that were sold in the days of API v2: CKV 3.2 with shards, Redis 2.8 without. */
    private static final int NEW_CLUSTER = 4;

    private static final int NEW_PRIMARY_REPLICA = 2;
    private static final int STEP_MB = 1024;

    /** Where an instance goes whatever network was asked for. */
    private static final Address HOME = new Address(1, "", Address.USUAL_PORT);

    private Purchases() {}

    /** The rules of the two APIs for passwords of clusters exclude each other, so the instance becomes password-free. */
    static ObjectNode create(CrsCall call, Cloud cloud) {
        var type = call.number("typeId");
        if (type != CLUSTER && type != PRIMARY_REPLICA) {
            throw new Refusal(
                    "InvalidParameterValue.InvalidInstanceTypeId",
                    "The type is 1, the cluster edition, or 2, the primary-replica edition.");
        }
        newPassword(call.text("password"));
        return object().put("TypeId", type == CLUSTER ? NEW_CLUSTER : NEW_PRIMARY_REPLICA)
                .put("MemSize", call.number("memSize"))
                .put("GoodsNum", call.number("goodsNum"))
                .put("Period", call.number("period"))
                .put("BillingMode", Billing.MONTHLY)
                .put("ZoneId", call.number("zoneId"))
                .put("ProjectId", call.number("projectId"))
                .put("VpcId", HOME.vpc())
                .put("SubnetId", HOME.subnet())
                .put("NoAuth", true);
    }

    static ObjectNode renew(CrsCall call, Cloud cloud) {
        return object().put("InstanceId", call.text("redisId")).put("Period", call.number("period"));
    }

    /** The size is that of all shards together, and it only grows. */
    static ObjectNode upgrade(CrsCall call, Cloud cloud) {
        var wanted = call.number("memSize");
        var parameters = object().put("InstanceId", call.text("redisId")).put("MemSize", wanted);
        call.instance(cloud).map(instance -> instance.memoryAt(cloud.now())).ifPresent(memory -> {
            if (wanted % (STEP_MB * memory.shards()) != 0) {
                throw new Refusal(
                        "LimitExceeded.InvalidMemSize",
                        "The capacity is not on sale; every shard must have a multiple of " + STEP_MB + " MB.");
            }
            if (wanted <= memory.totalMb()) {
                throw new Refusal(
                        "InvalidParameterValue.ReduceCapacityNotAllowed",
                        "The capacity must be larger than the present one.");
            }
            parameters.put("MemSize", wanted / memory.shards());
        });
        return parameters;
    }

    static ObjectNode deal(ObjectNode answer, CrsCall call, Cloud cloud) {
        return Fields.data("dealId", answer.path("DealId"));
    }

    /** The rule of API v2, which is not that of API 3.0. */
    static void newPassword(String password) {
        if (password.isEmpty()) {
            throw new Refusal("InvalidParameterValue.PasswordEmpty", "The password is empty.");
        }
        var kinds = (password.matches(".*[A-Za-z].*") ? 1 : 0)
                + (password.matches(".*\\d.*") ? 1 : 0)
                + (password.matches(".*[!@#%^*()].*") ? 1 : 0);
        if (kinds < 2 || !password.matches("[A-Za-z\\d!@#%^*()]{8,16}")) {
            throw new Refusal(
                    "InvalidParameterValue.PasswordRuleError",
                    "A password has 8 to 16 characters, at least two kinds of letters, digits and !@#%^*().");
        }
    }
}
