package org.asterism.testing.contract;

import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;

/** The services of one life of one member, or of the hub. */
public interface ClusterMember {

    default MemberId id() {
        return cluster().self();
    }

    default String incarnation() {
        return cluster().incarnation();
    }

    ClusterService cluster();

    MessageService messages();

    ServicePublisher services();

    MemberControl control();
}
