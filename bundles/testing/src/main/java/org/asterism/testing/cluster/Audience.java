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
                .filter(member -> includes(recipients, member))
                .map(Member::id)
                .toList();
    }

    private static boolean includes(Recipients recipients, Member member) {
        if (recipients instanceof Recipients.OfInstance of) {
            return member.instance().filter(of.instance()::equals).isPresent();
        }
        return !(recipients instanceof Recipients.OfKind of) || member.kind() == of.kind();
    }
}
