package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asterism.launcher.LauncherException;

/** Only one launcher at a time changes a cluster. It is held while processes are started, not while they come up. */
final class BaseLock implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final FileChannel channel;

    private BaseLock(FileChannel channel) {
        this.channel = channel;
    }

    static BaseLock take(Path base) throws IOException, InterruptedException, LauncherException {
        create(base);
        Path file = base.resolve("cluster.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new LauncherException("another asterism command has been starting something in " + base
                            + " for " + TIMEOUT.toSeconds() + " s; wait for it or end it");
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
                lock = channel.tryLock();
            }
            return new BaseLock(channel);
        } catch (IOException | InterruptedException | LauncherException e) {
            channel.close();
            throw e;
        }
    }

    /** For its owner only: logs and data are nobody else's business. */
    private static void create(Path base) throws IOException {
        if (!Files.isDirectory(base)) {
            Files.createDirectories(base.getParent());
            Files.createDirectory(
                    base, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Closing the channel gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
