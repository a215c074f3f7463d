package org.asterism.client.internal.artemis;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Snapshot;
import org.asterism.protocol.member.LocalMember;
import org.asterism.protocol.member.Outlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub says on one connection. Called on the network thread, in order. */
final class HubConversation {

    private static final Logger LOG = LoggerFactory.getLogger(HubConversation.class);

    private final LocalMember member;
    private final Outlet outlet;
    private final CborCodec codec;
    private final CompletableFuture<Void> registered = new CompletableFuture<>();
    private boolean synchronous;

    HubConversation(LocalMember member, Outlet outlet, CborCodec codec) {
        this.member = member;
        this.outlet = outlet;
        this.codec = codec;
    }

    /** Completed once the hub has this member in its list; fails with a {@link LinkException} if it does not take it. */
    CompletableFuture<Void> registered() {
        return registered;
    }

    void heard(byte[] body) {
        try {
            heard(codec.hub(body));
        } catch (CodecException e) {
            LOG.warn("Ignored a message of the hub: {}", e.getMessage(), e);
        }
    }

    private void heard(HubMessage message) {
        if (message instanceof HubMessage.Registered answer) {
            register(answer.view());
        } else if (message instanceof HubMessage.CurrentView current) {
            member.take(current.view());
            synchronous = true;
        } else if (message instanceof HubMessage.Refused refused) {
            registered.completeExceptionally(new LinkException(refused.reason(), true, null));
        } else if (message instanceof HubMessage.ServiceRefused refused) {
            LOG.error("Service '{}' is not in the list: {}; give it another id", refused.id(), refused.reason());
        } else if (message instanceof HubEvent event && synchronous && !member.apply(event)) {
            synchronous = false; // what follows is in the snapshot or comes after it
            LOG.info("Missed a change before revision {}: asking for the whole view", event.revision());
            outlet.control(new ControlMessage.SnapshotRequest());
        }
    }

    private void register(Snapshot view) {
        Optional<String> objection = member.objection(view);
        if (objection.isPresent()) {
            registered.completeExceptionally(new LinkException(objection.get(), false, null));
            return;
        }
        member.take(view);
        synchronous = true;
        registered.complete(null);
    }
}
