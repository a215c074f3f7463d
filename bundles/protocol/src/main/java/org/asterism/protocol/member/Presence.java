package org.asterism.protocol.member;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Recipients;

/**
 * Who can be reached at this moment.
 *
 * @param up whether the link is up
 * @param hub the life of the hub that was heard last
 * @param view the newest view
 * @param awaited members of the view that have not come back to a new hub yet; not a copy: it goes with the newest view
 */
record Presence(boolean up, String hub, ClusterView view, Set<MemberId> awaited) {

    static final Presence NONE = new Presence(false, "", ClusterView.UNKNOWN, Set.of());

    Presence {
        awaited = Collections.unmodifiableSet(awaited);
    }

    /** Whether there may be such a member; before the first contact with the hub there may be any. */
    boolean mayExist(MemberId id) {
        return id.equals(MemberId.HUB) || view.epoch() == 0 || view.member(id).isPresent();
    }

    /** Whether there may be at least one of these; before the first contact with the hub there may be any. */
    boolean mayExist(Recipients recipients) {
        return view.epoch() == 0 || view.members().stream().anyMatch(recipients::include);
    }

    /** Which of these there are, as far as this member knows. */
    List<MemberId> members(Recipients recipients) {
        return view.members().stream()
                .filter(recipients::include)
                .map(Member::id)
                .toList();
    }

    /** Whether a one-way message can go out now and finds its receivers. Empty stands for everyone. */
    boolean ready(Optional<MemberId> to) {
        return up && to.map(id -> !awaited.contains(id)).orElse(awaited.isEmpty());
    }

    /** The present life of a member; empty if there is none. */
    String incarnation(MemberId id) {
        return id.equals(MemberId.HUB)
                ? hub
                : view.member(id).map(member -> member.incarnation()).orElse("");
    }
}
