package io.redial.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers to DescribeInstances: the documented row with tags, and with ids, names, addresses and times of its own in each row. */
final class DescribeInstancesJson {
    private static final String ROW = """
            {"Appid":251223628,"AutoRenewFlag":0,"BillingMode":1,"ClientLimit":10000,"ClientLimitMax":40000,\
            "ClientLimitMin":10000,"CloseTime":"0000-00-00 00:00:00","Createtime":"2023-04-17 11:32:%1$02d",\
            "CurrentProxyVersion":"5.8.0","CurrentRedisVersion":"6.0.0","DeadlineTime":"2023-05-17 11:32:%1$02d",\
            "DedicatedClusterId":"","DiskSize":0,"DtsStatus":0,"Engine":"Redis","InstanceId":"crs-4nmzc0%1$02d",\
            "InstanceName":"Redis_automation_is_awesome_%1$02d","InstanceNode":[],\
            "InstanceTags":[{"TagKey":"team","TagValue":"checkout"},{"TagKey":"stage","TagValue":"production-south-china"},\
            {"TagKey":"owner","TagValue":"somebody-in-guangzhou-%1$02d"}],"InstanceTitle":"Running","MonitorVersion":"5s","NetLimit":24,\
            "NoAuth":false,"NodeSet":[{"NodeId":3369%1$02d,"NodeType":0,"ZoneId":100002,"ZoneName":"ap-guangzhou-2"},\
            {"NodeId":3370%1$02d,"NodeType":1,"ZoneId":100003,"ZoneName":"ap-guangzhou-3"},\
            {"NodeId":3371%1$02d,"NodeType":1,"ZoneId":100004,"ZoneName":"ap-guangzhou-4"}],\
            "OfflineTime":"","PasswordFree":0,"PolarisServer":"","Port":6379,"PriceId":1000848,"ProductType":"standalone",\
            "ProductVersion":"local","ProjectId":0,"ProjectName":"Default project","ReadOnly":0,"RedisClusterId":"",\
            "RedisReplicasNum":2,"RedisShardNum":1,"RedisShardSize":4096,"Region":"ap-guangzhou","RegionId":1,\
            "RemainBandwidthDuration":"","Size":4096,"SizeUsed":%1$d,"IPv6":"","SlaveReadWeight":0,"Status":2,"SubStatus":37,\
            "SubnetId":2282634,"Tags":[],"Type":15,"UniqSubnetId":"subnet-1ed4w7to","UniqVpcId":"vpc-mjwornzj",\
            "UpgradeProxyVersion":"","UpgradeRedisVersion":"","Vip6":"","VpcId":11133673,"WanAddress":"",\
            "WanIp":"10.0.1.%1$d","ZoneId":100002}""";

    private DescribeInstancesJson() {}

    /** An answer with so many rows. */
    static byte[] of(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> ROW.formatted(row))
                .collect(Collectors.joining(
                        ",",
                        "{\"Response\":{\"InstanceSet\":[",
                        "],\"RequestId\":\"3fb5a4d2-680c-45a2-aa88-0213b76d1489\",\"TotalCount\":8}}"))
                .getBytes(UTF_8);
    }
}
