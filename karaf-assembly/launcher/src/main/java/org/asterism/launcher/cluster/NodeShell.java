package org.asterism.launcher.cluster;

import java.time.Duration;
import org.asterism.container.ContainerLayout;
import org.asterism.launcher.LauncherException;

/** Runs a shell command in a container. */
@FunctionalInterface
public interface NodeShell {

    /**
     * Runs it and waits for its end.
     *
     * @throws LauncherException if it cannot be run or says that it failed
     */
    void run(ContainerLayout container, String command, Duration timeout) throws LauncherException;
}
