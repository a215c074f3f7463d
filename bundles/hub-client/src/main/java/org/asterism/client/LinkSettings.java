package org.asterism.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.asterism.cluster.Member;

/**
 * Who a member is and how it finds the hub.
 *
 * @param member how it describes itself at the beginning
 * @param hubs where hubs listen, such as {@code tcp://127.0.0.1:61616}
 * @param secret the secret of the cluster
 * @param connectionTtl a hub without a sign of life for so long counts as gone
 * @param callTimeout how long the hub may take to answer
 */
public record LinkSettings(Member member, List<URI> hubs, String secret, Duration connectionTtl, Duration callTimeout) {

    public LinkSettings {
        hubs = List.copyOf(hubs);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "LinkSettings[" + member.id() + " at " + hubs + "]";
    }
}
