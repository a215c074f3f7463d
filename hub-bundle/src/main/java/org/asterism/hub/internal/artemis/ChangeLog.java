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
            joined(joined.member(), after.warming());
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            LOG.info("Member {} → {}", changed.after().id(), changed.after().state());
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            LOG.info("Member {} left", left.member().id());
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            LOG.info("Member {} is lost: {}", lost.member().id(), lost.cause());
        } else if (event instanceof ClusterEvent.ViewSettled settled) {
            LOG.info(
                    "Warming → settled: {}; {} members are in the list",
                    settled.complete() ? "everyone is back" : "the grace time is over",
                    after.members().size());
        } else if (event instanceof ClusterEvent.HubConnected raised) {
            LOG.info("Epoch → {}: a member had seen one as high", raised.epoch());
        }
    }

    /** Those who come back to a new hub are counted in the end, and else only told to whoever wants to know. */
    private static void joined(Member member, boolean warming) {
        if (warming) {
            LOG.debug("Member {} is back in the list", member.id());
            return;
        }
        LOG.info(
                "Member {} is in the list: {} {} on {}, process {}, since {}",
                member.id(),
                member.kind().label(),
                member.incarnation(),
                member.host(),
                member.pid(),
                member.since());
    }
}
