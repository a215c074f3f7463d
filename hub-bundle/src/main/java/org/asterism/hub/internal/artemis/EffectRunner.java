package org.asterism.hub.internal.artemis;

import org.asterism.hub.internal.Effect;
import org.asterism.hub.internal.traffic.Switchboard;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the effects of the membership table out. On the hub's thread alone. */
final class EffectRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);

    private final Switchboard switchboard;
    private final LocalMember self;

    EffectRunner(Switchboard switchboard, LocalMember self) {
        this.switchboard = switchboard;
        this.self = self;
    }

    void run(Effect effect) {
        if (effect instanceof Effect.Announce announce) {
            log(announce.event());
            switchboard.announce(announce.event());
            self.apply(announce.event());
        } else if (effect instanceof Effect.Answer answer) {
            log(answer.answer());
            switchboard.tell(answer.connection(), answer.answer());
        } else if (effect instanceof Effect.Attach attach) {
            switchboard.attach(attach.connection(), attach.member(), attach.listens(), attach.serves());
        } else if (effect instanceof Effect.Detach detach) {
            switchboard.detach(detach.connection());
        } else if (effect instanceof Effect.CloseConnection close) {
            switchboard.close(close.connection(), close.cause());
        } else if (effect instanceof Effect.Died died) {
            self.died(died.life(), died.cause());
        }
    }

    private static void log(HubMessage.Answer answer) {
        if (answer instanceof HubMessage.Refused refused) {
            LOG.warn("Refused a member: {}", refused.reason());
        } else if (answer instanceof HubMessage.ServiceRefused refused) {
            LOG.warn("Refused service '{}': {}", refused.id(), refused.reason());
        }
    }

    private static void log(HubEvent event) {
        if (event instanceof HubEvent.MemberJoined joined) {
            LOG.info("Member {} is in the list: {}", joined.member().id(), joined.member());
        } else if (event instanceof HubEvent.MemberChanged changed) {
            LOG.info("Member {} → {}", changed.member().id(), changed.member().state());
        } else if (event instanceof HubEvent.MemberLeft left) {
            LOG.info("Member {} left", left.life().id());
        } else if (event instanceof HubEvent.MemberLost lost) {
            LOG.info("Member {} is lost: {}", lost.life(), lost.cause());
        } else if (event instanceof HubEvent.ViewSettled settled) {
            LOG.info("Warming → settled: {}", settled.complete() ? "everyone is back" : "the grace time is over");
        } else if (event instanceof HubEvent.EpochRaised raised) {
            LOG.info("Epoch → {}: a member had seen one as high", raised.epoch());
        }
    }
}
