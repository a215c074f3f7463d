package org.asterism.client.internal.artemis;

import java.util.concurrent.CompletableFuture;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.member.LocalMember;
import org.asterism.protocol.member.Outlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub says on one connection. Called on one thread of Artemis, in order. */
final class HubConversation {

    private static final Logger LOG = LoggerFactory.getLogger(HubConversation.class);

    private final LocalMember member;
    private final Outlet outlet;
    private final CborCodec codec;
    private final CompletableFuture<String> mailbox = new CompletableFuture<>();
    private boolean synchronous;

    HubConversation(LocalMember member, Outlet outlet, CborCodec codec) {
        this.member = member;
        this.outlet = outlet;
        this.codec = codec;
    }

    /** The queue with the messages for this member, once the hub has it in its list. */
    CompletableFuture<String> mailbox() {
        return mailbox;
    }

    void heard(byte[] body) {
        try {
            heard(codec.hub(body));
        } catch (CodecException e) {
            LOG.warn("Ignored a message of the hub: {}", e.getMessage(), e);
        }
    }

    private void heard(HubMessage message) {
        if (message instanceof HubMessage.Registered registered) {
            member.take(registered.view());
            synchronous = true;
            mailbox.complete(registered.mailbox());
        } else if (message instanceof HubMessage.CurrentView current) {
            member.take(current.view());
            synchronous = true;
        } else if (message instanceof HubMessage.Refused refused) {
            mailbox.completeExceptionally(new LinkException(refused.reason(), true, null));
        } else if (message instanceof HubMessage.ServiceRefused refused) {
            LOG.error("Service '{}' is not in the list: {}; give it another id", refused.id(), refused.reason());
        } else if (message instanceof HubEvent event && synchronous && !member.apply(event)) {
            synchronous = false; // what follows is in the snapshot or comes after it
            LOG.info("Missed a change before revision {}: asking for the whole view", event.revision());
            outlet.control(new ControlMessage.SnapshotRequest());
        }
    }
}
