package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Memory;

/** What things cost, in cents: by the month, or else by the hour. All figures are made up. */
final class Prices {
    private static final double CENTS_PER_GB_AND_MONTH = 4_500;
    private static final int HOURS_PER_MONTH = 720;
    private static final int MB_PER_GB = 1024;

    private Prices() {}

    /** The price of new instances, or of more time for some; of an hour if they are paid as they go. */
    static double of(Memory memory, long count, long months, int mode) {
        return count * months(months, mode) * month(memory);
    }

    /** What it costs more from now on, each month or each hour; nothing if it becomes cheaper. */
    static double difference(Memory before, Memory after, int mode) {
        return Math.max(0, months(1, mode) * (month(after) - month(before)));
    }

    /** What an order charges. */
    static long roundToCents(double cents) {
        return Math.round(cents);
    }

    /** How the actions that only ask for a price are answered. */
    static ObjectNode response(double cents) {
        return Json.object()
                .put("Price", (double) roundToCents(cents))
                .put("HighPrecisionPrice", cents)
                .put("Currency", "CNY")
                .put("AmountUnit", "pent");
    }

    private static double months(long months, int mode) {
        return mode == Billing.MONTHLY ? months : 1.0 / HOURS_PER_MONTH;
    }

    /** An instance with one replica costs what its memory costs; each further replica adds half of it. */
    private static double month(Memory memory) {
        return CENTS_PER_GB_AND_MONTH * memory.totalMb() / MB_PER_GB * (memory.replicas() + 1) / 2;
    }
}
