package org.asterism.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.client.LockClientSettings;
import org.asterism.lock.internal.client.MessagingLockService;
import org.asterism.lock.internal.server.LockServerSettings;
import org.asterism.lock.internal.server.MessagingLockServer;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.asterism.testing.contract.LockFixture;

/** Lock server and lock clients in an in-memory cluster, with a lease so short that a test can wait for its end. */
final class InMemoryLockFixture implements LockFixture {

    static final Duration LEASE = Duration.ofSeconds(3);

    private static final LockServerSettings SERVER = new LockServerSettings(LEASE, new Bounds(1000, 100, 1000));
    private static final LockClientSettings CLIENT =
            new LockClientSettings(Duration.ofMillis(500), Duration.ofMillis(10));

    private final InMemoryCluster cluster = InMemoryCluster.warming();
    private final Map<String, InMemoryMember> members = new HashMap<>();
    private final List<MessagingLockService> clients = new ArrayList<>();
    private MessagingLockServer server;

    InMemoryLockFixture() {
        server = startServer();
        cluster.everyoneIsBack();
    }

    private MessagingLockServer startServer() {
        InMemoryMember hub = cluster.hub();
        return MessagingLockServer.start(hub.cluster(), hub.messages(), SERVER, System::nanoTime);
    }

    InMemoryCluster cluster() {
        return cluster;
    }

    InMemoryMember member(String id) {
        return members.get(id);
    }

    @Override
    public MessagingLockService join(String id) {
        InMemoryMember member = cluster.join(id, MemberKind.INSTANCE);
        members.put(id, member);
        MessagingLockService client =
                MessagingLockService.start(member.cluster(), member.messages(), CLIENT, System::nanoTime, 0);
        clients.add(client);
        return client;
    }

    @Override
    public LockServer server() {
        return server;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void kill(String id) {
        cluster.kill(member(id));
    }

    @Override
    public void killAndReport(String id) {
        cluster.kill(member(id));
        cluster.hub().control().reportDeath(member(id).id(), member(id).incarnation());
    }

    @Override
    public void partition(String id) {
        cluster.partition(member(id));
    }

    @Override
    public void heal(String id) {
        cluster.heal(member(id));
    }

    @Override
    public void killHub() {
        cluster.stopHub();
        server.close();
    }

    @Override
    public void startHub() {
        cluster.startHub();
        server = startServer();
    }

    @Override
    public void close() {
        clients.forEach(MessagingLockService::close);
        server.close();
        cluster.close();
    }
}
