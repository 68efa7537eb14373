package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.RegionInfo;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The list of instances in the words that all databases of the vendor share. The filter by billing counts the other way
 * round than the rows, as documented. Whatever is to be the order, it is that of age.
 */
final class DescribeCommonDbInstances implements ActionHandler {
    private static final int NEW = 0;
    private static final int PROCESSING = 1;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var now = cloud.now();
        var ascending =
                call.text("OrderByType").orElse("").toLowerCase(Locale.ROOT).equals("asc");
        var found = (ascending ? cloud.oldestFirst() : cloud.newestFirst())
                .stream().filter(wanted(call, now)).toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("InstanceDetails", Json.array(page.of(found), instance -> row(instance, cloud, now)));
        return answer;
    }

    private static Predicate<EmulatedInstance> wanted(ActionRequest call, long now) {
        var ids = call.texts("InstanceIds");
        var names = call.texts("InstanceNames");
        var statuses = call.texts("Status");
        var vips = call.texts("Vips");
        var vpcs = call.texts("UniqVpcIds");
        var subnets = call.texts("UniqSubnetIds");
        var vpcNumbers = call.numbers("VpcIds");
        var subnetNumbers = call.numbers("SubnetIds");
        return instance -> {
            var state = instance.stateAt(now);
            var network = InstanceNetwork.of(state);
            return any(ids, instance.id())
                    && any(names, instance.metadata().name())
                    && any(statuses, status(instance, now))
                    && any(vips, state.address().ip())
                    && any(vpcs, network.vpc())
                    && any(subnets, network.subnet())
                    && any(vpcNumbers, (long) network.vpcNumber(state))
                    && any(subnetNumbers, (long) network.subnetNumber(state))
                    && (!call.has("PayMode") || call.number("PayMode", 0) == 1 - mode(state));
        };
    }

    private static <T> boolean any(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** The list has no number for an instance that waits to be made. */
    private static String status(EmulatedInstance instance, long now) {
        var status = instance.statusAt(now);
        return Integer.toString(status == NEW ? PROCESSING : status);
    }

    private static int mode(InstanceState state) {
        return state.feature(Billing.DEFAULT).mode();
    }

    private static ObjectNode row(EmulatedInstance instance, Cloud cloud, long now) {
        var state = instance.stateAt(now);
        var network = InstanceNetwork.of(state);
        var row = Json.object()
                .put("InstanceName", instance.metadata().name())
                .put("InstanceId", instance.id())
                .put("AppId", InstanceRow.APP_ID)
                .put("ProjectId", instance.metadata().projectId())
                .put("Region", cloud.region())
                .put("Zone", RegionInfo.zoneName(PrimaryNode.zone(state)))
                .put("VpcId", network.vpc())
                .put("SubnetId", network.subnet())
                .put("Status", status(instance, now))
                .put("Vport", state.address().port())
                .put("Createtime", ApiTime.format(instance.created()))
                .put("PayMode", mode(state))
                .put("NetType", network.isClassic() ? 0 : 1);
        row.putArray("Vips").add(state.address().ip());
        return row;
    }
}
