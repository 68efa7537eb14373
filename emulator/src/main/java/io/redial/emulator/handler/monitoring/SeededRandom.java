package io.redial.emulator.handler.monitoring;

import java.util.List;

/** Chance that falls the same way whenever the same is asked. Immutable. */
record SeededRandom(long seed) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** The chance of one thing about an instance. */
    static SeededRandom of(String instanceId, String what) {
        var hash = FNV_OFFSET;
        for (var text : List.of(instanceId, what)) {
            for (var i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
        }
        return new SeededRandom(mix(hash));
    }

    /** The chance of one of many. */
    SeededRandom derive(long number) {
        return new SeededRandom(mix(seed + (number + 1) * GOLDEN));
    }

    /** 0 or more, but less than that. */
    int intBelow(int bound) {
        return (int) Long.remainderUnsigned(seed, bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(intBelow(choices.size()));
    }

    private static long mix(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
