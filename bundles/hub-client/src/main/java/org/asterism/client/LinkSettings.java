package org.asterism.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.asterism.cluster.Member;

/**
 * Who a member is and how it finds the hub.
 *
 * @param member how it describes itself at the beginning
 * @param hubs where hubs listen, such as {@code tcp://127.0.0.1:61616} or {@code ssl://127.0.0.1:61616}
 * @param secret the secret of the cluster; may be empty if the member shows a certificate to every hub
 * @param connectionTtl a hub without a sign of life for so long counts as gone
 * @param callTimeout how long the hub may take to answer
 * @param tls how links of scheme {@code ssl} are encrypted
 */
public record LinkSettings(
        Member member, List<URI> hubs, String secret, Duration connectionTtl, Duration callTimeout, TlsSettings tls) {

    public LinkSettings {
        hubs = List.copyOf(hubs);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "LinkSettings[" + member.id() + " at " + hubs + "]";
    }
}
