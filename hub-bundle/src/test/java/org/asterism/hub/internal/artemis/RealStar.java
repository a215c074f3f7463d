package org.asterism.hub.internal.artemis;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.MessagingLimits;

/** A hub and members in one process, over real sockets. */
final class RealStar implements AutoCloseable {

    static final String SECRET = "a secret of the cluster in tests";
    static final Duration TTL = Duration.ofSeconds(2);

    private final int port = freePort();
    private final List<ArtemisLink> links = new ArrayList<>();
    private final Duration grace;
    private final Mandate mandate;
    private ArtemisHub hub;

    RealStar(Duration grace) throws HubStartException {
        this(grace, Mandate.alone());
    }

    RealStar(Duration grace, Mandate mandate) throws HubStartException {
        this.grace = grace;
        this.mandate = mandate;
        startHub();
    }

    ArtemisHub hub() {
        return hub;
    }

    int port() {
        return port;
    }

    void startHub() throws HubStartException {
        hub = ArtemisHub.start(hubConfiguration(port), member("hub", MemberKind.HUB), mandate);
    }

    HubConfiguration hubConfiguration(int listening) {
        return new HubConfiguration(
                "127.0.0.1",
                listening,
                SECRET.getBytes(StandardCharsets.UTF_8),
                TTL,
                grace,
                32L << 20,
                Duration.ofSeconds(10),
                MessagingLimits.DEFAULT);
    }

    void stopHub() {
        hub.close();
    }

    ArtemisLink join(String id) {
        return join(id, SECRET, port);
    }

    ArtemisLink join(String id, String secret, int at) {
        ArtemisLink link = ArtemisLink.open(new LinkConfiguration(
                member(id, id.contains("/") ? MemberKind.SERVER_NODE : MemberKind.INSTANCE),
                List.of(URI.create("tcp://127.0.0.1:" + at)),
                secret,
                TTL,
                TTL,
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                MessagingLimits.DEFAULT));
        links.add(link);
        return link;
    }

    private static Member member(String id, MemberKind kind) {
        return new Member(
                new MemberId(id),
                kind,
                Life.incarnation(Instant.now()),
                MemberState.UP,
                "localhost",
                ProcessHandle.current().pid(),
                "1.0.0",
                Map.of(),
                Instant.now());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        links.forEach(ArtemisLink::close);
        hub.close();
    }
}
