package io.redial.emulator.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A region and its zones. The document numbers most regions and a few zones of Guangzhou and Shanghai; the other zones
 * are made up after these.
 */
public enum RegionInfo {
    BANGKOK("ap-bangkok", 23, 230_000, "Bangkok", "TH", "Southeast Asia"),
    BEIJING("ap-beijing", 8, 800_000, "Beijing", "BJ", "North China"),
    CHENGDU("ap-chengdu", 16, 160_000, "Chengdu", "CD", "Southwest China"),
    CHONGQING("ap-chongqing", 19, 190_000, "Chongqing", "CQ", "Southwest China"),
    GUANGZHOU("ap-guangzhou", 1, 100_000, "Guangzhou", "GZ", "South China"),
    HONG_KONG("ap-hongkong", 5, 300_000, "Hong Kong", "HK", "Hong Kong/Macao/Taiwan (China)"),
    JAKARTA("ap-jakarta", 0, 720_000, "Jakarta", "JKT", "Southeast Asia"),
    NANJING("ap-nanjing", 0, 330_000, "Nanjing", "NJ", "East China"),
    SEOUL("ap-seoul", 18, 180_000, "Seoul", "KR", "Northeast Asia"),
    SHANGHAI("ap-shanghai", 4, 200_000, "Shanghai", "SH", "East China"),
    SHANGHAI_FINANCE("ap-shanghai-fsi", 7, 700_000, "Shanghai Finance", "SHJR", "East China"),
    SHENZHEN_FINANCE("ap-shenzhen-fsi", 11, 110_000, "Shenzhen Finance", "SZJR", "South China"),
    SINGAPORE("ap-singapore", 9, 900_000, "Singapore", "SG", "Southeast Asia"),
    TOKYO("ap-tokyo", 25, 250_000, "Tokyo", "JP", "Northeast Asia"),
    FRANKFURT("eu-frankfurt", 17, 170_000, "Frankfurt", "DE", "Europe"),
    VIRGINIA("na-ashburn", 22, 220_000, "Virginia", "USE", "East US"),
    SILICON_VALLEY("na-siliconvalley", 15, 150_000, "Silicon Valley", "USW", "West US"),
    SAO_PAULO("sa-saopaulo", 0, 740_000, "São Paulo", "SAO", "South America");

    private static final int FIRST_ZONE = 2;
    private static final int LAST_ZONE = 4;
    private static final int ZONE_NUMBERS_PER_REGION = 10_000;
    private static final Pattern ZONE_NAME = Pattern.compile("(.+)-([1-9]\\d{0,2})");

    private final String id;
    private final int number;
    private final int zoneBase;
    private final String city;
    private final String shortName;
    private final String area;

    RegionInfo(String id, int number, int zoneBase, String city, String shortName, String area) {
        this.id = id;
        this.number = number;
        this.zoneBase = zoneBase;
        this.city = city;
        this.shortName = shortName;
        this.area = area;
    }

    /** The region with that id, for example {@code ap-guangzhou}. */
    public static Optional<RegionInfo> of(String id) {
        return Optional.ofNullable(Index.BY_ID.get(id));
    }

    /** The number of the zone with that name, for example 100003 for {@code ap-guangzhou-3}; empty if it is none. */
    public static Optional<Integer> zoneNumber(String name) {
        var parts = ZONE_NAME.matcher(name);
        return parts.matches()
                ? of(parts.group(1)).map(region -> region.zoneBase + Integer.parseInt(parts.group(2)))
                : Optional.empty();
    }

    /** The name of the zone with that number; empty text if it is in no region. */
    public static String zoneName(int zone) {
        return Arrays.stream(values())
                .filter(region -> zone > region.zoneBase && zone < region.zoneBase + ZONE_NUMBERS_PER_REGION)
                .findFirst()
                .map(region -> region.id + "-" + (zone - region.zoneBase))
                .orElse("");
    }

    /** The numbers of the zones where instances are sold. */
    public List<Integer> zones() {
        return IntStream.rangeClosed(FIRST_ZONE, LAST_ZONE)
                .mapToObj(zone -> zoneBase + zone)
                .toList();
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The number that the API gives it; 0 if the document gives it none. */
    public int number() {
        return number;
    }

    /** What it is called. */
    public String city() {
        return city;
    }

    /** What it is called in short. */
    public String shortName() {
        return shortName;
    }

    /** The part of the world in which it lies. */
    public String area() {
        return area;
    }

    private static final class Index {
        static final Map<String, RegionInfo> BY_ID =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RegionInfo::id, Function.identity()));
    }
}
