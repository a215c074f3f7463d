package org.asterism.hub.internal.osgi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.protocol.member.MessagingLimits;

/** Turns the configuration into values; the messages of its exceptions name the key. */
final class HubSettings {

    private HubSettings() {}

    static HubConfiguration of(HubConfig config) {
        MessagingLimits defaults = MessagingLimits.DEFAULT;
        return new HubConfiguration(
                config.host(),
                config.port(),
                secret(config.secret_file()),
                Duration.ofMillis(config.connection_ttl_millis()),
                Duration.ofMillis(config.grace_millis()),
                config.queue_max_bytes(),
                Duration.ofMillis(config.slow_patience_millis()),
                new MessagingLimits(
                        config.message_max_bytes(),
                        defaults.outboxBytes(),
                        defaults.unconfirmedBytes(),
                        config.listener_queue(),
                        config.pending_requests()));
    }

    /** A new life of the hub. */
    static Member member(String version) {
        return new Member(
                MemberId.HUB,
                MemberKind.HUB,
                UUID.randomUUID().toString(),
                MemberState.UP,
                host(),
                ProcessHandle.current().pid(),
                version,
                Map.of(),
                Instant.now());
    }

    private static byte[] secret(String file) {
        try {
            return Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("secret.file '" + file + "' cannot be read", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // the name is for display only
        }
    }
}
