package org.asterism.lock.internal.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.lock.internal.Owner;
import org.asterism.messaging.Message;

/** Which life of a member has sent a message. The hub lets nobody send in another name. Thread-safe. */
final class Senders {

    private final ClusterService cluster;
    private final Map<MemberId, Owner> known = new ConcurrentHashMap<>();

    Senders(ClusterService cluster) {
        this.cluster = cluster;
    }

    /** @throws IllegalStateException of a life that has been replaced: it takes no locks any more */
    Owner of(Message message) {
        Owner owner = known.get(message.sender());
        return owner != null && owner.incarnation().equals(message.incarnation()) ? owner : checked(message);
    }

    /** Who is in the cluster has changed: what is known may be old. */
    void forgetAll() {
        known.clear();
    }

    private Owner checked(Message message) {
        Owner owner = new Owner(message.sender(), message.incarnation());
        Optional<Member> member = cluster.view().member(message.sender());
        if (member.isPresent() && !member.get().incarnation().equals(message.incarnation())) {
            throw new IllegalStateException(message.sender() + " has a new incarnation");
        }
        if (member.isPresent()) {
            known.put(message.sender(), owner);
        }
        return owner;
    }
}
