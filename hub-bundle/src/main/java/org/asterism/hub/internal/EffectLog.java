package org.asterism.hub.internal;

import java.util.ArrayList;
import java.util.List;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;

/** What is to be done, in order; numbers the events so that revisions have no gap. */
final class EffectLog {

    private final List<Effect> effects = new ArrayList<>();
    private long epoch;
    private long revision;

    EffectLog(long epoch) {
        this.epoch = epoch;
    }

    long epoch() {
        return epoch;
    }

    long revision() {
        return revision;
    }

    void raiseEpoch(long higher) {
        epoch = higher;
        announce(HubEvent.EpochRaised::new);
    }

    void announce(Numbered event) {
        revision++;
        add(new Effect.Announce(event.number(epoch, revision)));
    }

    void answer(String connection, HubMessage.Answer answer) {
        add(new Effect.Answer(connection, answer));
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    /** Everything since the last call. */
    List<Effect> drain() {
        List<Effect> drained = List.copyOf(effects);
        effects.clear();
        return drained;
    }

    /** An event that lacks its numbers. */
    @FunctionalInterface
    interface Numbered {
        HubEvent number(long epoch, long revision);
    }
}
