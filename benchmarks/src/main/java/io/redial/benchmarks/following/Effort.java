package io.redial.benchmarks.following;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * What a part of a run took of the whole JVM: client, cloud and users.
 *
 * @param seconds how long it was
 * @param processor how much of one processor it took, 1 for all
 * @param threads how many threads there were at most
 * @param heapMb how many MB of the heap were in use at most, garbage included
 * @param load the load average of the machine in its last minute, other programs included
 */
record Effort(double seconds, double processor, int threads, long heapMb, double load) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Begins to measure; there is one set of peaks, so one part after the other. */
    static Meter begin() {
        ManagementFactory.getThreadMXBean().resetPeakThreadCount();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new Meter(Clock.nanos(), SYSTEM.getProcessCpuTime());
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** A measurement that has begun. */
    record Meter(long began, long processorTime) {
        Effort end() {
            var nanos = Clock.nanos() - began;
            return new Effort(
                    nanos / 1e9,
                    (double) (SYSTEM.getProcessCpuTime() - processorTime) / nanos,
                    ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                    heap().stream()
                                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                    .sum()
                            >> 20,
                    SYSTEM.getSystemLoadAverage());
        }
    }
}
