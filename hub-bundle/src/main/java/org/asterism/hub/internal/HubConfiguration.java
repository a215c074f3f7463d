package org.asterism.hub.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.protocol.member.MessagingLimits;

/**
 * How the hub is configured.
 *
 * @param host the address it listens on
 * @param secret what a member must know; may be empty if all members show a certificate
 * @param connectionTtl a connection without a sign of life for so long is closed
 * @param grace how long members of the former life are waited for
 * @param queueBytes what may wait for one receiver; past it the receiver is cut off
 * @param slowPatience a slow receiver that confirms nothing for so long is cut off
 * @param tls how the link is encrypted, if it is
 */
@SuppressWarnings("ArrayRecordComponent") // the secret is never compared as part of the record
public record HubConfiguration(
        String host,
        int port,
        byte[] secret,
        Duration connectionTtl,
        Duration grace,
        long queueBytes,
        Duration slowPatience,
        MessagingLimits messaging,
        Optional<TlsSettings> tls) {

    /** Bytes of the shortest secret. */
    public static final int MIN_SECRET = 16;

    /** @throws IllegalArgumentException naming the value that is not valid */
    public HubConfiguration {
        require(!host.isBlank(), "host is empty");
        require(port > 0 && port <= 65_535, "port " + port + " is not between 1 and 65535");
        boolean certified =
                tls.filter(settings -> settings.clientAuth() == ClientAuth.NEED).isPresent();
        require(
                secret.length >= MIN_SECRET || (certified && secret.length == 0),
                "the cluster secret has less than " + MIN_SECRET + " bytes");
        require(connectionTtl.toMillis() >= 500, "connection.ttl.millis is less than 500");
        require(!grace.isNegative(), "grace.millis is negative");
        require(queueBytes >= messaging.maxPayload(), "queue.max.bytes is less than message.max.bytes");
        require(slowPatience.toMillis() > 0, "slow.patience.millis is not positive");
        secret = secret.clone();
    }

    /** Without encryption. */
    public HubConfiguration(
            String host,
            int port,
            byte[] secret,
            Duration connectionTtl,
            Duration grace,
            long queueBytes,
            Duration slowPatience,
            MessagingLimits messaging) {
        this(host, port, secret, connectionTtl, grace, queueBytes, slowPatience, messaging, Optional.empty());
    }

    /** The bounds of what is on its way to one member. */
    public TrafficLimits traffic() {
        return TrafficLimits.of(queueBytes, slowPatience);
    }

    private static void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException(problem);
        }
    }

    @Override
    public byte[] secret() {
        return Arrays.copyOf(secret, secret.length);
    }

    @Override
    public String toString() {
        return "HubConfiguration[" + host + ":" + port + "]";
    }
}
