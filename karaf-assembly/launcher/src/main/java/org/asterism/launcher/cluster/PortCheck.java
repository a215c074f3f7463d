package org.asterism.launcher.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.asterism.container.FreePorts;
import org.asterism.launcher.LauncherException;

/** Asks about ports. */
public final class PortCheck {

    private PortCheck() {}

    /** Whether someone takes connections. */
    public static boolean isOpen(String host, int port, Duration timeout) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Who listens on the port, if it is another process than this one, and as far as the system lets us see. */
    public static Optional<String> other(int port, long pid) {
        return PortOwner.process(port).filter(owner -> owner.pid() != pid).map(PortOwner::describe);
    }

    /** @throws LauncherException if someone listens on the port */
    static void requireFree(int port, String purpose) throws LauncherException {
        if (!FreePorts.isFree(port)) {
            String owner = PortOwner.of(port).map(who -> " by " + who).orElse("");
            throw new LauncherException("port " + port + " of " + purpose + " is in use" + owner
                    + "; stop that, or use another --port-offset (and --base)");
        }
    }
}
