package org.asterism.bench.member;

import java.time.Duration;
import java.util.Map;
import org.asterism.bench.BenchException;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockService;
import org.asterism.messaging.MessageService;

/** A member that a benchmark has made. */
public interface BenchMember extends AutoCloseable {

    ClusterService cluster();

    MessageService messages();

    LockService locks();

    /** A remote service of another member, as soon as there is one. */
    <T> T awaitService(Class<T> type, Duration timeout) throws BenchException, InterruptedException;

    /** Offers a remote service until the member ends. */
    <T> void offer(Class<T> type, T service, Map<String, Object> properties);

    /** Leaves the cluster. */
    @Override
    void close();
}
