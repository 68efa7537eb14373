package io.redial.emulator.cloud;

import static java.util.Map.entry;

import java.util.Map;

/** The numbers that the API gives to regions and, derived from them, to zones. */
final class RegionNumbers {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            entry("ap-guangzhou", 1),
            entry("ap-shanghai", 4),
            entry("ap-hongkong", 5),
            entry("ap-shanghai-fsi", 7),
            entry("ap-beijing", 8),
            entry("ap-singapore", 9),
            entry("ap-shenzhen-fsi", 11),
            entry("na-siliconvalley", 15),
            entry("ap-chengdu", 16),
            entry("eu-frankfurt", 17),
            entry("ap-seoul", 18),
            entry("ap-chongqing", 19),
            entry("na-ashburn", 22),
            entry("ap-bangkok", 23),
            entry("ap-tokyo", 25));

    private RegionNumbers() {}

    /** The number of a region; 0 for one that the document does not number. */
    static int of(String region) {
        return NUMBERS.getOrDefault(region, 0);
    }

    static int firstZone(String region) {
        return (of(region) == 1 ? 10 : of(region)) * 10_000 + 2;
    }
}
