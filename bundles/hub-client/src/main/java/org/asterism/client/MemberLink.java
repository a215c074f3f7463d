package org.asterism.client;

import java.util.ServiceLoader;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;

/** One member and its link to the hub: what it gives works from the beginning, with or without a connection. */
public interface MemberLink extends AutoCloseable {

    /** Opens links; found by {@link ServiceLoader}. */
    interface Provider {

        MemberLink open(LinkSettings settings);
    }

    /** Begins to connect, and connects again whenever that is needed, until it is closed. Returns at once. */
    static MemberLink open(LinkSettings settings) {
        return ServiceLoader.load(Provider.class, MemberLink.class.getClassLoader())
                .findFirst()
                .orElseThrow()
                .open(settings);
    }

    ClusterService cluster();

    MemberControl control();

    MessageService messages();

    ServicePublisher publisher();

    /** Why the link is as it is, in words: for the message that there is no connection. */
    String condition();

    /** Leaves the cluster. Waits two seconds at most. */
    @Override
    void close();
}
