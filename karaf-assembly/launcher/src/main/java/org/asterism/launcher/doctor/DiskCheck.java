package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether there is room for one more part, and for the logs. */
record DiskCheck(Path base) implements Check {

    private static final long MIB = 1 << 20;
    /** What the launcher itself wants before it starts a part. */
    private static final long NEEDED = 128 * MIB;
    /** Containers of a small cluster with their logs at full size. */
    private static final long COMFORT = 1024 * MIB;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> findings() throws IOException {
        FileStore store = Files.getFileStore(Places.existing(base));
        return List.of(judge(base, store.getUsableSpace()));
    }

    static Finding judge(Path base, long free) {
        String found = free / MIB + " MiB are left on the disk of " + base;
        if (free < NEEDED) {
            return Finding.problem(
                    "disk", found, "make room, " + NEEDED / MIB + " MiB at least, or use another --base");
        }
        return free < COMFORT
                ? Finding.warning("disk", found, "make room: a container takes 90 MiB, and its logs up to 60 MB")
                : Finding.ok("disk", found);
    }
}
