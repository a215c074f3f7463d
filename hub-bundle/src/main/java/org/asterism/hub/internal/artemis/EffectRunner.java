package org.asterism.hub.internal.artemis;

import org.asterism.hub.internal.Effect;
import org.asterism.hub.internal.traffic.Switchboard;
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
}
