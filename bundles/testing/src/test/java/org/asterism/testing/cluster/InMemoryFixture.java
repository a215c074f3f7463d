package org.asterism.testing.cluster;

import org.asterism.cluster.MemberKind;
import org.asterism.testing.contract.ClusterFixture;
import org.asterism.testing.contract.ClusterMember;

/** The in-memory cluster under the contracts. */
final class InMemoryFixture implements ClusterFixture {

    private final InMemoryCluster cluster = new InMemoryCluster();

    @Override
    public ClusterMember hub() {
        return cluster.hub();
    }

    @Override
    public ClusterMember join(String id, MemberKind kind) {
        return cluster.join(id, kind);
    }

    @Override
    public void leave(ClusterMember member) {
        cluster.leave((InMemoryMember) member);
    }

    @Override
    public void kill(ClusterMember member) {
        cluster.kill((InMemoryMember) member);
    }

    @Override
    public void killHub() {
        cluster.stopHub();
    }

    @Override
    public void startHub() {
        cluster.startHub();
    }

    @Override
    public void endGrace() {
        cluster.endGrace();
    }

    @Override
    public int maxPayload() {
        return InMemoryCluster.MAX_PAYLOAD;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
