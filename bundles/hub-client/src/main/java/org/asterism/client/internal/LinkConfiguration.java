package org.asterism.client.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.protocol.member.MessagingLimits;

/**
 * How a member finds the hub and who it is.
 *
 * @param member how it describes itself at the beginning
 * @param hubs where hubs may listen, such as {@code tcp://127.0.0.1:61616}; one of them is active
 * @param secret what a member must know
 * @param connectionTtl a hub without a sign of life for so long counts as gone
 * @param callTimeout how long the hub may take to answer
 * @param firstPause before connecting again; doubled each time
 * @param longestPause between two attempts to connect
 */
public record LinkConfiguration(
        Member member,
        List<URI> hubs,
        String secret,
        Duration connectionTtl,
        Duration callTimeout,
        Duration firstPause,
        Duration longestPause,
        MessagingLimits messaging) {

    private static final Set<String> SCHEMES = Set.of("tcp", "ssl");

    /** @throws IllegalArgumentException naming the value that is not valid */
    public LinkConfiguration {
        hubs = List.copyOf(hubs);
        require(!hubs.isEmpty(), "hub.url is empty");
        hubs.forEach(hub -> require(
                SCHEMES.contains(String.valueOf(hub.getScheme())) && hub.getHost() != null && hub.getPort() > 0,
                "hub.url '" + hub + "' is not of the form tcp://HOST:PORT or ssl://HOST:PORT"));
        require(!member.id().equals(MemberId.HUB) && member.kind() != MemberKind.HUB, "a member cannot be the hub");
        require(!secret.isEmpty(), "the cluster secret is empty");
        require(connectionTtl.toMillis() >= 500, "connection.ttl.millis is less than 500");
        require(callTimeout.toMillis() > 0, "call.timeout.millis is not positive");
        require(firstPause.toMillis() > 0, "reconnect.first.millis is not positive");
        require(longestPause.compareTo(firstPause) >= 0, "reconnect.limit.millis is less than reconnect.first.millis");
    }

    private static void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException(problem);
        }
    }

    @Override
    public String toString() {
        return "LinkConfiguration[" + member.id() + " at " + hubs + "]";
    }
}
