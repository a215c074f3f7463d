package org.asterism.remote.internal.client;

import java.util.Comparator;
import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.remote.internal.EndpointProperties;

/** Chooses among the services of other members: the highest {@code service.ranking}, then the first id. */
final class Candidates {

    private static final String RANKING = "service.ranking";

    private static final Comparator<ServiceEntry> BEST_FIRST =
            Comparator.comparingLong(Candidates::ranking).reversed().thenComparing(ServiceEntry::id);

    private final MemberId self;

    Candidates(MemberId self) {
        this.self = self;
    }

    Optional<ServiceEntry> best(ClusterView view, Class<?> type) {
        return view.services().stream()
                .filter(entry -> isUsable(view, entry, type))
                .min(BEST_FIRST);
    }

    private boolean isUsable(ClusterView view, ServiceEntry entry, Class<?> type) {
        return entry.interfaces().contains(type.getName())
                && EndpointProperties.isEndpoint(entry)
                && !entry.member().equals(self)
                && view.member(self).map(entry::isOfferedTo).orElse(false);
    }

    private static long ranking(ServiceEntry entry) {
        return entry.properties().get(RANKING) instanceof Number ranking ? ranking.longValue() : 0;
    }
}
