package org.asterism.itests.harness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.artemis.ArtemisHub;
import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.MessagingLimits;

/** A hub in a process of its own, without Karaf and thus quickly there; with the limits of the real one. */
public final class PlainHub {

    private static final Duration TTL = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long QUEUE_BYTES = 32L << 20;

    private PlainHub() {}

    /** @param arguments the port, the file of the secret, a port for a first hub that is closed at once */
    public static void main(String[] arguments) throws Exception {
        byte[] secret = Files.readString(Path.of(arguments[1])).strip().getBytes(StandardCharsets.UTF_8);
        int port = Integer.parseInt(arguments[0]);
        start(Integer.parseInt(arguments[2]), secret).close(); // what it needs is loaded by then
        ChildMain.serve(question -> {
            ArtemisHub hub = start(port, secret);
            return Long.toString(hub.member().view().epoch());
        });
    }

    private static ArtemisHub start(int port, byte[] secret) throws HubStartException {
        HubConfiguration configuration = new HubConfiguration(
                "127.0.0.1", port, secret, TTL, GRACE, QUEUE_BYTES, PATIENCE, MessagingLimits.DEFAULT);
        return ArtemisHub.start(configuration, self(), Mandate.alone());
    }

    private static Member self() {
        return new Member(
                MemberId.HUB,
                MemberKind.HUB,
                Life.incarnation(Instant.now()),
                MemberState.UP,
                "localhost",
                ProcessHandle.current().pid(),
                "1.0.0",
                Map.of(),
                Instant.now());
    }
}
