package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.launcher.LauncherException;

/** Whether there is room for one more part. A container that finds none while it unpacks itself says so in stack traces. */
final class DiskRoom {

    /** A server node with a sample takes 90 MiB. */
    private static final long NEEDED = 128L << 20;

    private DiskRoom() {}

    /** @throws LauncherException if the disk of the directory, which need not be there yet, is full */
    static void require(Path directory) throws IOException, LauncherException {
        require(directory, NEEDED);
    }

    static void require(Path directory, long needed) throws IOException, LauncherException {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < needed) {
            throw new LauncherException("the disk of " + directory + " is full (" + (free >> 20)
                    + " MiB are left): make room, " + (needed >> 20) + " MiB at least, or use another --base");
        }
    }
}
