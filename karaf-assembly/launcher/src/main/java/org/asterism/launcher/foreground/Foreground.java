package org.asterism.launcher.foreground;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.terminal.LogFollower;

/**
 * Stays as long as a part runs, hands on its log, and ends the part when it is asked to end itself. The part is a process of
 * its own: it is found by the other commands as if it had been started, and lives on if this process is killed.
 */
public final class Foreground {

    private static final long POLL_MILLIS = 250;

    private final Launched part;
    private final Ending ending;
    private final LogFollower log;
    private final PrintWriter out;
    private final CountDownLatch asked = new CountDownLatch(1);

    /** How a part is ended. */
    @FunctionalInterface
    public interface Ending {
        /** Ends it, after a drain; returns when it is gone. */
        void end() throws IOException, InterruptedException, LauncherException;
    }

    /** How long it takes until it is up. */
    @FunctionalInterface
    public interface Start {
        /** Returns when the part is up. */
        void await() throws IOException, InterruptedException, LauncherException;
    }

    /**
     * With what ends the part.
     *
     * @param log its log, from where it was before the part was started
     */
    public Foreground(Launched part, Ending ending, LogFollower log, PrintWriter out) {
        this.part = part;
        this.ending = ending;
        this.log = log;
        this.out = out;
    }

    /**
     * Returns when the part has ended because this process was asked to end (SIGTERM, Ctrl-C).
     *
     * @throws LauncherException if it ended by itself
     */
    public void stay(Start start) throws IOException, InterruptedException, LauncherException {
        Thread hook = new Thread(this::endForSystem, "asterism-end");
        Runtime.getRuntime().addShutdownHook(hook);
        ServiceManager manager = ServiceManager.ofEnvironment();
        start.await();
        manager.ready(part.target().name() + " is up");
        while (!asked.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            show();
            if (!part.identity().isAlive() && asked.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(hook);
                show();
                throw new LauncherException("the process of " + part.target().name() + " has ended by itself; see "
                        + part.layout().log() + " and " + part.layout().consoleLog());
            }
        }
        hook.join();
    }

    private synchronized void show() throws IOException {
        log.poll();
    }

    private void endForSystem() {
        asked.countDown();
        try {
            ServiceManager.ofEnvironment().stopping("ending " + part.target().name());
            ending.end();
            show();
            out.println("Stopped " + part.target().name() + ".");
        } catch (IOException | LauncherException e) {
            out.println("asterism: " + part.target().name() + " is not ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.flush();
    }
}
