package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ProcessIdentity.Stopped;
import org.asterism.launcher.LauncherException;

/** Waits until an instance says that a server node has stopped. */
record NodeEnd(Path record) {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Set<String> ENDED = Set.of("STOPPED", "QUARANTINED");

    Stopped await(Target.Node node, Duration timeout) throws IOException, InterruptedException, LauncherException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ended()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new LauncherException(node.name() + " was told to stop but did not within " + timeout.toSeconds()
                        + " s; see 'asterism logs " + node.instance() + "'");
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return Stopped.TERMINATED;
    }

    private boolean ended() throws IOException, LauncherException {
        Optional<NodeFile> node = NodeFile.read(record);
        return node.isEmpty() || ENDED.contains(node.get().state());
    }
}
