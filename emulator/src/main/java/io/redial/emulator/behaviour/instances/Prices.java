package io.redial.emulator.behaviour.instances;

import io.redial.emulator.instance.Memory;

/** What things cost a month. */
final class Prices {
    private static final int CENTS_PER_GB = 4_500;

    private Prices() {}

    static long cents(Memory memory) {
        return cents(memory.totalMb());
    }

    static long cents(long megabytes) {
        return megabytes / 1024 * CENTS_PER_GB;
    }
}
