package io.redial.emulator.crs;

import static java.util.Map.entry;

import java.util.Map;

/** The short names of regions, which the examples of API v2 use beside the full ones. */
final class RegionShortNames {
    private static final Map<String, String> FULL_NAMES = Map.ofEntries(
            entry("bj", "ap-beijing"),
            entry("cd", "ap-chengdu"),
            entry("cq", "ap-chongqing"),
            entry("de", "eu-frankfurt"),
            entry("gz", "ap-guangzhou"),
            entry("hk", "ap-hongkong"),
            entry("jp", "ap-tokyo"),
            entry("kr", "ap-seoul"),
            entry("sg", "ap-singapore"),
            entry("sh", "ap-shanghai"),
            entry("shjr", "ap-shanghai-fsi"),
            entry("szjr", "ap-shenzhen-fsi"),
            entry("th", "ap-bangkok"),
            entry("use", "na-ashburn"),
            entry("usw", "na-siliconvalley"));

    private RegionShortNames() {}

    static String fullName(String name) {
        return FULL_NAMES.getOrDefault(name, name);
    }
}
