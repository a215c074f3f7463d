package org.asterism.hub.internal.artemis;

import java.util.ArrayList;
import java.util.List;
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

    /** In order; announcements that follow each other go out together, and an answer to several is written once. */
    void run(List<Effect> effects) {
        for (int next = 0; next < effects.size(); ) {
            Effect first = effects.get(next);
            int end = next + 1;
            while (end < effects.size() && belongTogether(first, effects.get(end))) {
                end++;
            }
            run(first, effects.subList(next, end));
            next = end;
        }
    }

    private static boolean belongTogether(Effect first, Effect other) {
        if (first instanceof Effect.Answer answer) {
            return other instanceof Effect.Answer same && same.answer() == answer.answer();
        }
        return first instanceof Effect.Announce && other instanceof Effect.Announce;
    }

    private void run(Effect first, List<Effect> together) {
        if (first instanceof Effect.Announce) {
            announce(together);
        } else if (first instanceof Effect.Answer answer) {
            log(answer.answer());
            switchboard.tell(connections(together), answer.answer());
        } else if (first instanceof Effect.Attach attach) {
            switchboard.attach(attach.connection(), attach.member(), attach.listens(), attach.serves());
        } else if (first instanceof Effect.Detach detach) {
            switchboard.detach(detach.connection());
        } else if (first instanceof Effect.CloseConnection close) {
            switchboard.close(close.connection(), close.cause());
        } else if (first instanceof Effect.Died died) {
            self.died(died.life(), died.cause());
        }
    }

    private void announce(List<Effect> announcements) {
        List<HubEvent> events = new ArrayList<>();
        for (Effect effect : announcements) {
            events.add(((Effect.Announce) effect).event());
        }
        switchboard.announce(events);
        events.forEach(self::apply);
    }

    private static List<String> connections(List<Effect> answers) {
        return answers.stream()
                .map(answer -> ((Effect.Answer) answer).connection())
                .toList();
    }

    private static void log(HubMessage.Answer answer) {
        if (answer instanceof HubMessage.Refused refused) {
            LOG.warn("Refused a member: {}", refused.reason());
        } else if (answer instanceof HubMessage.ServiceRefused refused) {
            LOG.warn("Refused service '{}': {}", refused.id(), refused.reason());
        }
    }
}
