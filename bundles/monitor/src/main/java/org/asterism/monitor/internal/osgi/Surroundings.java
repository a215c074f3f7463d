package org.asterism.monitor.internal.osgi;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;

/** The cluster as this container sees it, while it is a member. */
final class Surroundings {

    private final AtomicReference<ClusterService> cluster = new AtomicReference<>();

    void set(ClusterService service) {
        cluster.set(service);
    }

    void unset(ClusterService service) {
        cluster.compareAndSet(service, null);
    }

    Optional<ClusterService> cluster() {
        return Optional.ofNullable(cluster.get());
    }

    /** Who this container is: what the configuration says as long as it is no member. */
    MemberId self() {
        return cluster().map(ClusterService::self).orElseGet(Surroundings::configured);
    }

    private static MemberId configured() {
        return new MemberId(System.getProperty("asterism.member.id", "container"));
    }
}
