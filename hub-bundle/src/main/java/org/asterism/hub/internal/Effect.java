package org.asterism.hub.internal;

import java.util.List;
import org.asterism.cluster.Member;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;

/** What is to be done, in order, after a command was applied. */
public sealed interface Effect {

    /** Tell everyone. */
    record Announce(HubEvent event) implements Effect {}

    /** Tell one connection. */
    record Answer(String connection, HubMessage.Answer answer) implements Effect {}

    /**
     * From now on this connection is the member's: messages go through it, and what it hears is announced to it.
     *
     * @param listens the patterns the member listens to
     * @param serves the topics it answers requests on
     */
    record Attach(String connection, Member member, List<String> listens, List<String> serves) implements Effect {}

    /** This connection is no member's any more. */
    record Detach(String connection) implements Effect {}

    /** This connection is of no use: its member has to begin anew. */
    record CloseConnection(String connection, String cause) implements Effect {}

    /** Tell the hub's own listeners that this life has ended for certain. */
    record Died(Life life, String cause) implements Effect {}

    /** A member has seen a newer hub, of this epoch: this one must stop. It applies no command any more. */
    record Deposed(long seen) implements Effect {}
}
