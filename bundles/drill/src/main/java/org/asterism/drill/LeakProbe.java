package org.asterism.drill;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.connect.AsterismClient;
import org.asterism.drill.check.Violation;
import org.asterism.drill.worker.Space;
import org.asterism.lock.LockException;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockSession;
import org.asterism.messaging.HubUnavailableException;

/** When nobody wants anything any more, everything can be had. */
final class LeakProbe {

    private static final Duration MORE = Duration.ofSeconds(10);
    private static final int MAX_SHOWN = 100;

    private final DrillSetup setup;
    private final List<LockKey> everything;

    LeakProbe(DrillSetup setup, String namespace) {
        this.setup = setup;
        this.everything = Space.everything(namespace);
    }

    /** Locks of the killed are free after a lease at the latest. */
    Optional<Violation> check() throws DrillException, InterruptedException {
        try (AsterismClient client = AsterismClient.builder()
                        .hubs(setup.hubs().stream().map(URI::toString).toList())
                        .secretFile(setup.secretFile())
                        .connect();
                LockSession session = client.locks().openSession()) {
            try {
                session.acquireAll(
                        everything.stream()
                                .map(key -> new LockRequest(key, LockMode.EXCLUSIVE))
                                .toList(),
                        setup.lease().plus(MORE));
                return Optional.empty();
            } catch (LockException e) {
                return Optional.of(new Violation(
                        Violation.Kind.LOCK_LEAKED, "not everything is free: " + e.getMessage(), held(client)));
            }
        } catch (IOException | HubUnavailableException e) {
            throw new DrillException("the cluster is not to be reached after the drill: " + e.getMessage(), e);
        }
    }

    private List<String> held(AsterismClient client) throws InterruptedException {
        List<LockInfo> locks = new ArrayList<>();
        client.awaitService(LockServer.class, MORE)
                .ifPresent(server -> everything.forEach(key -> locks.addAll(server.overlapping(key, MAX_SHOWN))));
        return locks.stream().map(LockInfo::toString).toList();
    }
}
