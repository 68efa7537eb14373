package io.redial.benchmarks.emulator;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.QuotaMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** An emulator in a JVM of its own, which tells what it took to start and then serves until its input ends. */
final class MeasuredEmulator {
    private MeasuredEmulator() {}

    /**
     * Starts it.
     *
     * @param args how many instances it has
     */
    public static void main(String[] args) throws IOException {
        var begun = System.nanoTime();
        try (var cloud = CloudEmulator.start(EmulatorOptions.builder()
                .instances(Integer.parseInt(args[0]))
                .quotaMode(QuotaMode.OFF)
                .build())) {
            var start = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            var whole = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println(cloud.endpoint() + " " + start + " " + whole + " " + heap());
            while (System.in.read() == '?') {
                System.out.println(heap());
            }
        }
    }

    /** The heap in use, in MB, when all that can be freed is. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
