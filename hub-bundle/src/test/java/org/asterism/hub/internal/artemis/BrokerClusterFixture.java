package org.asterism.hub.internal.artemis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.drill.wire.Wire;
import org.asterism.messaging.MessageService;
import org.asterism.protocol.member.LocalMember;
import org.asterism.protocol.member.MessagingLimits;
import org.asterism.testing.contract.ClusterFixture;
import org.asterism.testing.contract.ClusterMember;

/** The real broker and real links; each member has a wire of its own that can be cut. */
final class BrokerClusterFixture implements ClusterFixture {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final RealStar star;
    private final Map<String, Wired> members = new HashMap<>();

    BrokerClusterFixture() throws HubStartException {
        star = new RealStar(Duration.ofSeconds(3));
    }

    @Override
    public ClusterMember hub() {
        return new Participant(star.hub().member());
    }

    @Override
    public ClusterMember join(String id, MemberKind kind) throws IOException {
        Wired former = members.get(id);
        if (former != null) {
            former.wire().close(); // while it lives nobody else gets its id
        }
        Wire wire = new Wire("127.0.0.1", star.port());
        Wired joined = new Wired(star.join(id, RealStar.SECRET, wire.port()), wire);
        members.put(id, joined);
        await().atMost(SOON).until(() -> !joined.link().member().view().stale());
        return new Participant(joined.link().member());
    }

    @Override
    public void leave(ClusterMember member) {
        members.get(member.id().value()).link().close();
    }

    @Override
    public void kill(ClusterMember member) throws IOException {
        members.get(member.id().value()).wire().close();
    }

    @Override
    public void killHub() throws InterruptedException {
        for (Wired member : members.values()) {
            member.wire().cut(); // the end of a process closes all at once
        }
        star.stopHub();
    }

    @Override
    public void startHub() throws HubStartException, IOException {
        star.startHub();
        for (Wired member : members.values()) {
            member.wire().mend();
        }
    }

    @Override
    public void endGrace() {
        // ends by time
    }

    @Override
    public int maxPayload() {
        return MessagingLimits.DEFAULT.maxPayload();
    }

    @Override
    public void close() throws IOException {
        star.close();
        for (Wired member : members.values()) {
            member.wire().close();
        }
    }

    private record Wired(ArtemisLink link, Wire wire) {}

    private record Participant(LocalMember member) implements ClusterMember {

        @Override
        public ClusterService cluster() {
            return member;
        }

        @Override
        public MessageService messages() {
            return member.messages();
        }

        @Override
        public ServicePublisher services() {
            return member.publisher();
        }

        @Override
        public MemberControl control() {
            return member;
        }
    }
}
