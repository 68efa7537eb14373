package io.redial.emulator.handler.parameters;

import static io.redial.emulator.handler.parameters.ParameterDefinition.choice;
import static io.redial.emulator.handler.parameters.ParameterDefinition.flags;
import static io.redial.emulator.handler.parameters.ParameterDefinition.multiChoice;
import static io.redial.emulator.handler.parameters.ParameterDefinition.number;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parameters that the documents show: 18 of Redis 4.0 and later, and 14 of what was there before. */
final class ParameterTable {
    private static final Set<Integer> BEFORE_4 = Set.of(2, 3, 4, 5);
    private static final int COMPACT = 10_000;
    private static final String COMPACT_TIPS = "Up to so many elements are kept in the form that takes less memory.";
    private static final String COMPACT_BYTES = "Elements of up to so many bytes are kept in the form that takes less.";

    private static final List<ParameterDefinition> ALWAYS = List.of(
            choice("sentineauth", "no", "Whether sentinel commands need no password.", "yes", "no"),
            number(
                    "cluster-node-timeout",
                    15_000,
                    15_000,
                    120_000,
                    "",
                    "Milliseconds until a silent node counts as lost."),
            number("hash-max-ziplist-entries", 512, 1, COMPACT, "", COMPACT_TIPS),
            number("hash-max-ziplist-value", 64, 1, COMPACT, "", COMPACT_BYTES),
            number("hz", 10, 1, 500, "", "How often a second background work is done; better not above 100."),
            number(
                    "proxy-slowlog-log-slower-than",
                    500,
                    10,
                    1_000,
                    "ms",
                    "Slower commands are in the slow log of the proxy."),
            number("set-max-intset-entries", 512, 1, COMPACT, "", COMPACT_TIPS),
            number("slowlog-log-slower-than", 10, 1, 1_000, "ms", "Slower commands are in the slow log."),
            number("timeout", 31_536_000, 60, Integer.MAX_VALUE, "", "Seconds until an idle connection is closed."),
            number("zset-max-ziplist-entries", 128, 1, COMPACT, "", COMPACT_TIPS),
            number("zset-max-ziplist-value", 64, 1, COMPACT, "", COMPACT_BYTES),
            multiChoice("disable-command-list", "Commands that are refused, for example flushdb,keys.", commands()),
            flags("notify-keyspace-events", "Which changes of keys subscribers are told.", "KEg$lshzxeA".split("")));

    private static final List<ParameterDefinition> BEFORE = Stream.concat(
                    ALWAYS.stream(),
                    Stream.of(eviction(
                            "volatile-lru",
                            "allkeys-lru",
                            "volatile-random",
                            "allkeys-random",
                            "volatile-ttl",
                            "noeviction")))
            .toList();

    private static final List<ParameterDefinition> SINCE = Stream.concat(
                    ALWAYS.stream(),
                    Stream.of(
                            eviction(
                                    "volatile-lru",
                                    "volatile-lfu",
                                    "allkeys-lru",
                                    "allkeys-lfu",
                                    "volatile-random",
                                    "allkeys-random",
                                    "volatile-ttl",
                                    "noeviction"),
                            background("lazyfree-lazy-eviction", "evicted"),
                            background("lazyfree-lazy-expire", "expired"),
                            background("lazyfree-lazy-server-del", "overwritten"),
                            background("replica-lazy-flush", "replaced by a full synchronization")))
            .toList();

    private ParameterTable() {}

    /** The parameters of instances of that type. */
    static List<ParameterDefinition> of(int type) {
        return BEFORE_4.contains(type) ? BEFORE : SINCE;
    }

    static Optional<ParameterDefinition> find(int type, String name) {
        return of(type).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private static ParameterDefinition eviction(String... choices) {
        return choice("maxmemory-policy", "noeviction", "What is removed when the memory is full.", choices);
    }

    private static ParameterDefinition background(String name, String what) {
        return choice(name, "yes", "Whether keys that are " + what + " are freed in the background.", "yes", "no");
    }

    private static String[] commands() {
        return ("flushall flushdb keys hgetall eval evalsha script scan psetex set hmset hset lpush rpush sadd zadd del mget"
                        + " mset bitop exists msetnx blpop brpop rpoplpush brpoplpush smove sunion sinter sdiff"
                        + " sunionstore sinterstore sdiffstore zunionstore zinterstore pfmerge pfcount")
                .split(" ");
    }
}
