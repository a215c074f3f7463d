package org.asterism.monitor.internal.osgi;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.monitor.internal.Alarms;
import org.asterism.monitor.internal.GcPauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be wrong with any container: its disk, its heap, its garbage collector. */
final class ContainerAlarms implements AlarmSource {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerAlarms.class);
    private static final int MEBI = 20;
    private static final double FULL = 0.9;

    private final String self;
    private final Path directory;
    private final long minFree;
    private final GcPauses pauses;

    /**
     * Watches.
     *
     * @param directory where the container writes
     * @param minFree bytes
     */
    ContainerAlarms(String self, Path directory, long minFree, GcPauses pauses) {
        this.self = self;
        this.directory = directory;
        this.minFree = minFree;
        this.pauses = pauses;
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(Alarms.DISK, Alarms.HEAP, Alarms.GC_PAUSE);
    }

    @Override
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        disk().ifPresent(text -> conditions.add(Alarms.DISK.of(directory.toString(), text)));
        heap().ifPresent(text -> conditions.add(Alarms.HEAP.of(self, text)));
        pauses.text(System.nanoTime()).ifPresent(text -> conditions.add(Alarms.GC_PAUSE.of(self, text)));
        return conditions;
    }

    private Optional<String> disk() {
        try {
            FileStore store = Files.getFileStore(directory);
            long free = store.getUsableSpace();
            return free < minFree
                    ? Optional.of((free >> MEBI) + " MiB are left of " + (store.getTotalSpace() >> MEBI) + " MiB")
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("The disk of {} cannot be looked at", directory, e);
            return Optional.of("it cannot be looked at: " + e.getMessage());
        }
    }

    /** What is in use after the collector has cleared up; before that a full heap means nothing. */
    private static Optional<String> heap() {
        long used = 0;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getCollectionUsage();
            used += after == null ? 0 : after.getUsed();
        }
        long max = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
        return max > 0 && used > max * FULL
                ? Optional.of((used >> MEBI) + " MiB of " + (max >> MEBI) + " MiB are in use after a collection")
                : Optional.empty();
    }
}
