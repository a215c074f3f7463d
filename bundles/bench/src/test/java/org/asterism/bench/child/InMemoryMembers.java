package org.asterism.bench.child;

import java.time.Duration;
import java.util.Map;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.member.BenchMembers;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.LockService;
import org.asterism.messaging.MessageService;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;

/** Members of a cluster in this JVM; without remote services. */
record InMemoryMembers(InMemoryCluster cluster) implements BenchMembers {

    @Override
    public BenchMember join(String id) {
        InMemoryMember member = cluster.join(id, MemberKind.CLIENT);
        return new BenchMember() {

            @Override
            public ClusterService cluster() {
                return member.cluster();
            }

            @Override
            public MessageService messages() {
                return member.messages();
            }

            @Override
            public LockService locks() {
                throw new UnsupportedOperationException("no lock server here");
            }

            @Override
            public <T> T awaitService(Class<T> type, Duration timeout) {
                throw new UnsupportedOperationException("no remote services here");
            }

            @Override
            public <T> void offer(Class<T> type, T service, Map<String, Object> properties) {}

            @Override
            public void close() {
                cluster.leave(member);
            }
        };
    }
}
