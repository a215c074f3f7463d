package org.asterism.hub.internal.artemis;

import org.asterism.hub.internal.Effect;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the effects of the membership table out. On the hub's thread alone. */
final class EffectRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);

    private final ArtemisBroker broker;
    private final LocalMember self;
    private final CborCodec codec;

    EffectRunner(ArtemisBroker broker, LocalMember self, CborCodec codec) {
        this.broker = broker;
        this.self = self;
        this.codec = codec;
    }

    void run(Effect effect) {
        if (effect instanceof Effect.Announce announce) {
            log(announce.event());
            broker.route(Addresses.EVENTS, codec.encode(announce.event()));
            self.apply(announce.event());
        } else if (effect instanceof Effect.Answer answer) {
            log(answer.answer());
            broker.route(Addresses.privateTo(answer.inbox()), codec.encode(answer.answer()));
        } else if (effect instanceof Effect.OpenMailbox open) {
            broker.openMailbox(open.member(), open.mailbox());
        } else if (effect instanceof Effect.CloseMailbox close) {
            broker.closeMailbox(close.mailbox());
        } else if (effect instanceof Effect.CloseConnection close) {
            broker.disconnect(close.connection(), close.cause());
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
