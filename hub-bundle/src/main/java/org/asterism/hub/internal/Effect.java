package org.asterism.hub.internal;

import org.asterism.cluster.MemberId;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;

/** What is to be done, in order, after a command was applied. */
public sealed interface Effect {

    /** Tell everyone. */
    record Announce(HubEvent event) implements Effect {}

    /** Tell one connection. */
    record Answer(String inbox, HubMessage.Answer answer) implements Effect {}

    /** Messages to this member go into this queue from now on. */
    record OpenMailbox(MemberId member, String mailbox) implements Effect {}

    /** Nobody reads this queue any more. */
    record CloseMailbox(String mailbox) implements Effect {}

    /** This connection is of no use: its member has to begin anew. */
    record CloseConnection(String connection, String cause) implements Effect {}

    /** Tell the hub's own listeners that this life has ended for certain. */
    record Died(Life life, String cause) implements Effect {}
}
