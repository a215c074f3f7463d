package org.asterism.testing.cluster;

import java.util.List;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Recipients;

/** Which members of a view are meant. */
final class Audience {

    private Audience() {}

    /** Sorted by id. */
    static List<MemberId> of(Recipients recipients, ClusterView view) {
        return view.members().stream()
                .filter(recipients::include)
                .map(Member::id)
                .toList();
    }
}
