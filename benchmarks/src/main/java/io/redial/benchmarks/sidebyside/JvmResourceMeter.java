package io.redial.benchmarks.sidebyside;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM has spent so far.
 *
 * <p>From JDK 21 on, the JVM itself counts what all threads have allocated, those that have ended included. Before, the
 * counts of the live threads are added up, again and again, so that a thread that ends takes no more with it than what it
 * allocated since the last look. The thread that looks is left out.
 */
final class JvmResourceMeter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> allocatedByThread = new HashMap<>();

    /** The time that all threads have spent on processors, in nanoseconds. */
    long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Bytes, those for this thread left out. To be asked by the same thread, ten times a second or more often. */
    long allocatedBytes() {
        var own = Thread.currentThread();
        try {
            var total = (Long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=Threading"), "TotalThreadAllocatedBytes");
            return total - THREADS.getCurrentThreadAllocatedBytes();
        } catch (JMException e) {
            return allocatedByLiveThreads(own.getId());
        }
    }

    private long allocatedByLiveThreads(long own) {
        var ids = THREADS.getAllThreadIds();
        var bytes = THREADS.getThreadAllocatedBytes(ids);
        for (var i = 0; i < ids.length; i++) {
            if (ids[i] != own && bytes[i] > 0) {
                allocatedByThread.put(ids[i], bytes[i]);
            }
        }
        return allocatedByThread.values().stream().mapToLong(Long::longValue).sum();
    }

    void resetPeakThreads() {
        THREADS.resetPeakThreadCount();
    }

    /** The most threads at a time since they were forgotten. */
    int peakThreads() {
        return THREADS.getPeakThreadCount();
    }

    int threadCount() {
        return THREADS.getThreadCount();
    }
}
