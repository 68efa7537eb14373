package io.redial.emulator.handler.security;

import io.redial.emulator.instance.SecurityGroups;
import java.util.List;
import java.util.Optional;

/**
 * A security group. They belong to the account's networks, so nothing in this API makes or changes them: there are always
 * the same, in every region.
 *
 * @param id its id
 * @param name its name
 * @param remark the note about it
 * @param projectId the project that it belongs to
 * @param created when it was made, as the API writes times
 * @param inbound what may come in
 * @param outbound what may go out
 */
record PredefinedSecurityGroup(
        String id,
        String name,
        String remark,
        int projectId,
        String created,
        List<SecurityGroupRule> inbound,
        List<SecurityGroupRule> outbound) {
    private static final List<SecurityGroupRule> OUT = List.of(SecurityGroupRule.ALL);
    private static final SecurityGroupRule DROP_REST = SecurityGroupRule.drop("0.0.0.0/0", "everything else");

    static final List<PredefinedSecurityGroup> ALL = List.of(
            new PredefinedSecurityGroup(
                    SecurityGroups.DEFAULT_GROUP_ID,
                    "all",
                    "",
                    0,
                    "2018-01-30 15:58:00",
                    List.of(SecurityGroupRule.ALL),
                    OUT),
            of(
                    "sg-ajr1jzgj",
                    "private",
                    0,
                    "2017-04-13 15:00:06",
                    SecurityGroupRule.allowRedis("10.0.0.0/8", "private networks")),
            of(
                    "sg-7y0pa6nf",
                    "test_lb",
                    0,
                    "2023-04-26 17:40:29",
                    SecurityGroupRule.allowRedis("192.168.0.0/16", "load balancers")),
            of(
                    "sg-3kq8w0ze",
                    "jump-host",
                    0,
                    "2023-06-02 09:12:44",
                    SecurityGroupRule.allowRedis("10.1.0.10", "the jump host")),
            of(
                    "sg-b71xm4tu",
                    "monitoring",
                    0,
                    "2023-06-02 09:20:03",
                    SecurityGroupRule.allowRedis("10.1.9.0/24", "exporters")),
            of(
                    "sg-p5d2hn9c",
                    "batch",
                    0,
                    "2023-08-21 11:05:37",
                    SecurityGroupRule.allowRedis("10.4.0.0/16", "nightly jobs")),
            of(
                    "sg-z0v6ry3a",
                    "shop",
                    1,
                    "2023-09-14 10:31:08",
                    SecurityGroupRule.allowRedis("10.2.0.0/16", "the shop")),
            of(
                    "sg-e8n1cj5k",
                    "shop-admin",
                    1,
                    "2023-09-14 10:33:50",
                    SecurityGroupRule.allowRedis("10.2.200.0/24", "its back office")),
            of(
                    "sg-u4t9fw2m",
                    "search",
                    2,
                    "2023-11-03 16:47:21",
                    SecurityGroupRule.allowRedis("10.3.0.0/16", "the search")));

    static Optional<PredefinedSecurityGroup> find(String id) {
        return ALL.stream().filter(group -> group.id.equals(id)).findAny();
    }

    private static PredefinedSecurityGroup of(
            String id, String name, int projectId, String created, SecurityGroupRule inbound) {
        return new PredefinedSecurityGroup(id, name, "custom", projectId, created, List.of(inbound, DROP_REST), OUT);
    }
}
