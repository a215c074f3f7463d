package org.asterism.connect;

import org.asterism.client.MemberLink;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;

/** A link to a hub in the same JVM. */
record InMemoryLink(InMemoryCluster hub, InMemoryMember member) implements MemberLink {

    static InMemoryLink open(InMemoryCluster hub, String id) {
        return new InMemoryLink(hub, hub.join(id, MemberKind.CLIENT));
    }

    @Override
    public ClusterService cluster() {
        return member.cluster();
    }

    @Override
    public MemberControl control() {
        return member.control();
    }

    @Override
    public MessageService messages() {
        return member.messages();
    }

    @Override
    public ServicePublisher publisher() {
        return member.services();
    }

    @Override
    public String condition() {
        return "nobody listens there";
    }

    @Override
    public void close() {
        hub.leave(member);
    }
}
