package org.asterism.hub.internal.artemis;

import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the changes of the client list into the log; as a listener, so that no member waits for the log. */
final class ChangeLog implements ClusterListener {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            Member member = joined.member();
            LOG.info(
                    "Member {} is in the list: {} {} on {}, process {}, since {}",
                    member.id(),
                    member.kind().label(),
                    member.incarnation(),
                    member.host(),
                    member.pid(),
                    member.since());
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            LOG.info("Member {} → {}", changed.after().id(), changed.after().state());
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            LOG.info("Member {} left", left.member().id());
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            LOG.info("Member {} is lost: {}", lost.member().id(), lost.cause());
        } else if (event instanceof ClusterEvent.ViewSettled settled) {
            LOG.info("Warming → settled: {}", settled.complete() ? "everyone is back" : "the grace time is over");
        } else if (event instanceof ClusterEvent.HubConnected raised) {
            LOG.info("Epoch → {}: a member had seen one as high", raised.epoch());
        }
    }
}
