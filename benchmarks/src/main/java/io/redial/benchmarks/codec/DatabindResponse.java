package io.redial.benchmarks.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to DescribeInstances as somebody would write it down for databind: with all documented fields.
 *
 * @param response what is in the envelope
 */
record DatabindResponse(Body response) {

    record Body(
            @Nullable Long totalCount,
            List<Row> instanceSet,
            @Nullable String requestId) {}

    record Row(
            @Nullable String instanceName,
            @Nullable String instanceId,
            @Nullable Long appid,
            @Nullable Long projectId,
            @Nullable Long regionId,
            @Nullable Long zoneId,
            @Nullable Long vpcId,
            @Nullable Long subnetId,
            @Nullable Long status,
            @Nullable String wanIp,
            @Nullable Long port,
            @Nullable String createtime,
            @Nullable Double size,
            @Nullable Long type,
            @Nullable Long autoRenewFlag,
            @Nullable String deadlineTime,
            @Nullable String engine,
            @Nullable String productType,
            @Nullable String uniqVpcId,
            @Nullable String uniqSubnetId,
            @Nullable Long billingMode,
            @Nullable String instanceTitle,
            @Nullable String offlineTime,
            @Nullable Long subStatus,
            List<String> tags,
            List<ProxyNode> instanceNode,
            @Nullable Long redisShardSize,
            @Nullable Long redisShardNum,
            @Nullable Long redisReplicasNum,
            @Nullable Long priceId,
            @Nullable String closeTime,
            @Nullable Long slaveReadWeight,
            List<Tag> instanceTags,
            @Nullable String projectName,
            @Nullable Boolean noAuth,
            @Nullable Long clientLimit,
            @Nullable Long dtsStatus,
            @Nullable Long netLimit,
            @Nullable Long passwordFree,
            @Nullable String vip6,
            @Nullable String iPv6,
            @Nullable Long readOnly,
            @Nullable String remainBandwidthDuration,
            @Nullable Long diskSize,
            @Nullable String monitorVersion,
            @Nullable Long clientLimitMin,
            @Nullable Long clientLimitMax,
            List<Node> nodeSet,
            @Nullable String region,
            @Nullable String wanAddress,
            @Nullable String polarisServer,
            @Nullable String redisClusterId,
            @Nullable String dedicatedClusterId,
            @Nullable String productVersion,
            @Nullable String currentProxyVersion,
            @Nullable String currentRedisVersion,
            @Nullable String upgradeProxyVersion,
            @Nullable String upgradeRedisVersion,
            @Nullable String backupMode) {}

    record Node(
            @Nullable Long nodeType,
            @Nullable Long nodeId,
            @Nullable Long zoneId,
            @Nullable String zoneName) {}

    record Tag(@Nullable String tagKey, @Nullable String tagValue) {}

    record ProxyNode(@Nullable Long id, List<Node> instanceClusterNode) {}
}
