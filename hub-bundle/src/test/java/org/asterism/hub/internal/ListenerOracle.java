package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.protocol.member.ViewChange;

/**
 * Checks what one listener is told: each change begins where the one before it ended, and the event says exactly what is
 * different. So no event is left out and none is told twice. Epochs only grow.
 */
final class ListenerOracle {

    private ClusterView last = ClusterView.UNKNOWN;

    void hear(ViewChange change) {
        assertThat(change.before()).isEqualTo(last);
        ClusterView expected = after(change.before(), change.event());
        assertThat(change.after().members()).as("after %s", change).isEqualTo(expected.members());
        assertThat(change.after().services()).as("after %s", change).isEqualTo(expected.services());
        assertThat(change.after().epoch()).isGreaterThanOrEqualTo(last.epoch());
        if (change.after().epoch() == last.epoch()) {
            assertThat(change.after().revision()).isGreaterThanOrEqualTo(last.revision());
        } else {
            assertThat(change.event())
                    .isEqualTo(new ClusterEvent.HubConnected(change.after().epoch()));
        }
        last = change.after();
    }

    /** Nothing has changed in silence. */
    void verify(ClusterView view) {
        assertThat(view.with(last.epoch(), last.revision(), last.warming(), last.stale()))
                .isEqualTo(last);
        assertThat(view.stale()).isEqualTo(last.stale());
        assertThat(view.epoch()).isEqualTo(last.epoch());
    }

    private static ClusterView after(ClusterView before, ClusterEvent event) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            assertThat(before.member(joined.member().id())).isEmpty();
            return before.with(joined.member());
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            assertThat(before.member(changed.before().id())).contains(changed.before());
            assertThat(changed.after()).isNotEqualTo(changed.before());
            return before.with(changed.after());
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            assertThat(before.member(left.member().id())).contains(left.member());
            return before.without(left.member().id());
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            assertThat(before.member(lost.member().id())).contains(lost.member());
            return before.without(lost.member().id());
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            assertThat(before.service(added.service().id())).isEmpty();
            return before.with(added.service());
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            assertThat(before.service(changed.before().id())).contains(changed.before());
            assertThat(changed.after()).isNotEqualTo(changed.before());
            return before.with(changed.after());
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            assertThat(before.service(removed.service().id())).contains(removed.service());
            return before.withoutService(removed.service().id());
        }
        return before;
    }
}
