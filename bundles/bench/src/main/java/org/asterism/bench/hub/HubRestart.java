package org.asterism.bench.hub;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.bench.BenchException;

/** Kills the hub and starts it again, by the commands {@code kill hub} and {@code start hub} of the launcher. */
public final class HubRestart {

    private static final Duration COMMAND = Duration.ofMinutes(1);
    private static final Duration OPEN = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(2);

    private final Path launcher;
    private final Path base;
    private final URI hub;

    /** @param launcher {@code bin/asterism} */
    public HubRestart(Path launcher, Path base, URI hub) {
        this.launcher = launcher;
        this.base = base;
        this.hub = hub;
    }

    /**
     * When what happened, by {@link System#nanoTime}.
     *
     * @param killed the hub was dead
     * @param open its port is open again
     */
    public record Outage(long killed, long open) {}

    /** Returns when the port of the hub is open. */
    public Outage run() throws BenchException, InterruptedException {
        command("kill", "hub");
        long killed = System.nanoTime();
        command("start", "hub", "--no-wait");
        long deadline = System.nanoTime() + OPEN.toNanos();
        while (!isOpen()) {
            if (System.nanoTime() - deadline > 0) {
                throw new BenchException("the port of the hub is not open after " + OPEN.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return new Outage(killed, System.nanoTime());
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(hub.getHost(), hub.getPort()), (int) OPEN.toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private void command(String... words) throws BenchException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "--base", base.toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(COMMAND.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new BenchException("'" + String.join(" ", command) + "' failed");
            }
        } catch (IOException e) {
            throw new BenchException("'" + launcher + "' cannot be run: " + e.getMessage(), e);
        }
    }
}
