package org.asterism.client.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asterism.client.TlsSettings;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.protocol.member.MessagingLimits;

/**
 * How a member finds the hub and who it is.
 *
 * @param member how it describes itself at the beginning
 * @param hubs where hubs may listen, such as {@code tcp://127.0.0.1:61616}; one of them is active
 * @param secret what a member must know; may be empty if it shows a certificate to every hub
 * @param connectionTtl a hub without a sign of life for so long counts as gone
 * @param callTimeout how long the hub may take to answer
 * @param firstPause before connecting again; doubled each time
 * @param longestPause between two attempts to connect
 * @param tls how links of scheme {@code ssl} are encrypted
 */
public record LinkConfiguration(
        Member member,
        List<URI> hubs,
        String secret,
        Duration connectionTtl,
        Duration callTimeout,
        Duration firstPause,
        Duration longestPause,
        MessagingLimits messaging,
        TlsSettings tls) {

    private static final Set<String> SCHEMES = Set.of("tcp", "ssl");

    /** @throws IllegalArgumentException naming the value that is not valid */
    public LinkConfiguration {
        hubs = List.copyOf(hubs);
        require(!hubs.isEmpty(), "hub.url is empty");
        hubs.forEach(hub -> require(
                SCHEMES.contains(String.valueOf(hub.getScheme())) && hub.getHost() != null && hub.getPort() > 0,
                "hub.url '" + hub + "' is not of the form tcp://HOST:PORT or ssl://HOST:PORT"));
        require(!member.id().equals(MemberId.HUB) && member.kind() != MemberKind.HUB, "a member cannot be the hub");
        require(!secret.isEmpty() || hubs.stream().allMatch(tls::isCertified), "the cluster secret is empty");
        tls.requireFor(hubs);
        require(connectionTtl.toMillis() >= 500, "connection.ttl.millis is less than 500");
        require(callTimeout.toMillis() > 0, "call.timeout.millis is not positive");
        require(firstPause.toMillis() > 0, "reconnect.first.millis is not positive");
        require(longestPause.compareTo(firstPause) >= 0, "reconnect.limit.millis is less than reconnect.first.millis");
    }

    /** Without TLS. */
    public LinkConfiguration(
            Member member,
            List<URI> hubs,
            String secret,
            Duration connectionTtl,
            Duration callTimeout,
            Duration firstPause,
            Duration longestPause,
            MessagingLimits messaging) {
        this(member, hubs, secret, connectionTtl, callTimeout, firstPause, longestPause, messaging, TlsSettings.NONE);
    }

    private static void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Whether the link is encrypted, whichever hub is active. */
    public boolean isEncrypted() {
        return hubs.stream().allMatch(TlsSettings::isEncrypted);
    }

    @Override
    public String toString() {
        return "LinkConfiguration[" + member.id() + " at " + hubs + "]";
    }
}
