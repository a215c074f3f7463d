package org.asterism.monitor.internal.jvm;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** Numbers of the JVM, by the names that are usual with Prometheus where there are any. */
public final class JvmNumbers implements MetricSource {

    private static final String AREA = "area";
    private static final String POOL = "pool";
    private static final double MILLIS = 1e-3;
    private static final double NANOS = 1e-9;

    static final Metric MEMORY_USED = gauge("jvm_memory_used_bytes", "Memory in use", AREA);
    static final Metric MEMORY_COMMITTED = gauge("jvm_memory_committed_bytes", "Memory taken from the machine", AREA);
    static final Metric MEMORY_MAX = gauge("jvm_memory_max_bytes", "The most memory there may be", AREA);
    static final Metric POOL_USED = gauge("jvm_memory_pool_used_bytes", "Memory in use of one pool", POOL);
    static final Metric BUFFERS = gauge("jvm_buffer_pool_used_bytes", "Memory of buffers outside of the heap", POOL);
    static final Metric GC_COUNT = counter("jvm_gc_collections_total", "Collections of garbage", "gc");
    static final Metric GC_TIME = counter("jvm_gc_collection_seconds_total", "Time spent in them", "gc");
    static final Metric THREADS = gauge("jvm_threads_current", "Threads that live");
    static final Metric THREADS_PEAK = gauge("jvm_threads_peak", "The most that lived at once");
    static final Metric CLASSES = gauge("jvm_classes_currently_loaded", "Classes that are loaded");
    static final Metric CPU = counter("process_cpu_seconds_total", "Time of processors used");
    static final Metric RESIDENT = gauge("process_resident_memory_bytes", "Memory of the process in the machine");
    static final Metric FILES = gauge("process_open_fds", "Open files and sockets");
    static final Metric FILES_MAX = gauge("process_max_fds", "The most there may be");
    static final Metric STARTED = gauge("process_start_time_seconds", "When the process was started, since 1970");

    @Override
    public List<Metric> metrics() {
        return List.of(
                MEMORY_USED,
                MEMORY_COMMITTED,
                MEMORY_MAX,
                POOL_USED,
                BUFFERS,
                GC_COUNT,
                GC_TIME,
                THREADS,
                THREADS_PEAK,
                CLASSES,
                CPU,
                RESIDENT,
                FILES,
                FILES_MAX,
                STARTED);
    }

    @Override
    public void read(Readings readings) {
        memory(readings, "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        memory(readings, "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
        pools(readings);
        collections(readings);
        threads(readings);
        process(readings);
    }

    private static void memory(Readings readings, String area, MemoryUsage usage) {
        readings.add(MEMORY_USED, usage.getUsed(), area);
        readings.add(MEMORY_COMMITTED, usage.getCommitted(), area);
        if (usage.getMax() >= 0) {
            readings.add(MEMORY_MAX, usage.getMax(), area);
        }
    }

    private static void pools(Readings readings) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getUsage();
            if (usage != null) {
                readings.add(POOL_USED, usage.getUsed(), pool.getName());
            }
        }
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            readings.add(BUFFERS, pool.getMemoryUsed(), pool.getName());
        }
    }

    private static void collections(Readings readings) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            readings.add(GC_COUNT, collector.getCollectionCount(), collector.getName());
            readings.add(GC_TIME, collector.getCollectionTime() * MILLIS, collector.getName());
        }
    }

    private static void threads(Readings readings) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        readings.add(THREADS, threads.getThreadCount());
        readings.add(THREADS_PEAK, threads.getPeakThreadCount());
        readings.add(CLASSES, classes.getLoadedClassCount());
    }

    private static void process(Readings readings) {
        readings.add(STARTED, ManagementFactory.getRuntimeMXBean().getStartTime() * MILLIS);
        ResidentMemory.bytes().ifPresent(bytes -> readings.add(RESIDENT, bytes));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            readings.add(CPU, unix.getProcessCpuTime() * NANOS);
            readings.add(FILES, unix.getOpenFileDescriptorCount());
            readings.add(FILES_MAX, unix.getMaxFileDescriptorCount());
        }
    }
}
