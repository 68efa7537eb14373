package io.redial.emulator.handler.network;

import static java.util.Map.entry;

import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import java.util.Map;

/**
 * The actions on the network of an instance.
 *
 * <p>Faithful: what changes, when, and which parameters each change needs. Made up: public addresses, certificates and
 * their download address (nothing can be downloaded), the standard bandwidth of 96 MB and the 192 MB that can be added,
 * the addresses that a new subnet gives out, and that every VPC and subnet exists. Instances exchange addresses without
 * being in sync, as there is no DTS.
 */
public final class NetworkActions {
    private NetworkActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.ofEntries(
                entry("AllocateWanAddress", new WanChange(true)),
                entry("ReleaseWanAddress", new WanChange(false)),
                entry("ModifyNetworkConfig", new ModifyNetworkConfig()),
                entry("SwitchInstanceVip", new SwitchInstanceVip()),
                entry("OpenSSL", new SslChange(true)),
                entry("CloseSSL", new SslChange(false)),
                entry("DescribeSSLStatus", new DescribeSslStatus()),
                entry("ModifyConnectionConfig", new ModifyConnectionConfig()),
                entry("DescribeBandwidthRange", new DescribeBandwidthRange()),
                entry("DescribeInstanceSpecBandwidth", (call, cloud) -> Json.object()));
    }
}
