package io.redial.benchmarks.operations;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * What a part of a run took of the whole JVM: client, cloud and users.
 *
 * @param seconds how long it was
 * @param cpuCores how much of one processor it took, 1 for all
 * @param peakThreads how many threads there were at most
 * @param peakHeapMb how many MB of the heap were in use at most, garbage included
 * @param loadAverage the load average of the machine in its last minute, other programs included
 */
record ResourceUsage(double seconds, double cpuCores, int peakThreads, long peakHeapMb, double loadAverage) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Begins to measure; there is one set of peaks, so one part after the other. */
    static Meter start() {
        ManagementFactory.getThreadMXBean().resetPeakThreadCount();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new Meter(BenchmarkClock.nanos(), SYSTEM.getProcessCpuTime());
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** A measurement that has begun. */
    record Meter(long startNanos, long startCpuNanos) {
        ResourceUsage stop() {
            var nanos = BenchmarkClock.nanos() - startNanos;
            return new ResourceUsage(
                    nanos / 1e9,
                    (double) (SYSTEM.getProcessCpuTime() - startCpuNanos) / nanos,
                    ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                    heap().stream()
                                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                    .sum()
                            >> 20,
                    SYSTEM.getSystemLoadAverage());
        }
    }
}
