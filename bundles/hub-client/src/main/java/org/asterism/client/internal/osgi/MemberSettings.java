package org.asterism.client.internal.osgi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.client.TlsSettings;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.MessagingLimits;

/** Turns the configuration into values; the messages of its exceptions name the key. */
final class MemberSettings {

    private MemberSettings() {}

    static LinkConfiguration of(MemberConfig config, String version) {
        return new LinkConfiguration(
                member(config, version),
                hubs(config.hub_url()),
                secret(config),
                Duration.ofMillis(config.connection_ttl_millis()),
                Duration.ofMillis(config.call_timeout_millis()),
                Duration.ofMillis(config.reconnect_first_millis()),
                Duration.ofMillis(config.reconnect_limit_millis()),
                limits(config),
                TlsSettings.of(
                        config.tls_truststore_file(),
                        config.tls_truststore_password_file(),
                        config.tls_keystore_file(),
                        config.tls_keystore_password_file()));
    }

    private static Member member(MemberConfig config, String version) {
        return new Member(
                new MemberId(config.id()),
                MemberKind.ofLabel(config.kind()),
                Life.incarnation(Instant.now()),
                MemberState.valueOf(config.initial_state()),
                host(),
                ProcessHandle.current().pid(),
                version,
                labels(config.labels()),
                Instant.now());
    }

    private static MessagingLimits limits(MemberConfig config) {
        return new MessagingLimits(
                config.message_max_bytes(),
                config.outbox_max_bytes(),
                config.unconfirmed_max_bytes(),
                config.listener_queue(),
                config.pending_requests());
    }

    /** A file .cfg knows no lists: several addresses may also stand in one value, with commas between them. */
    private static List<URI> hubs(String[] urls) {
        return Arrays.stream(urls)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(MemberSettings::hub)
                .toList();
    }

    private static URI hub(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("hub.url '" + url + "' is not of the form tcp://HOST:PORT", e);
        }
    }

    private static String secret(MemberConfig config) {
        String file = config.secret_file();
        if (file.isBlank() && !config.tls_keystore_file().isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("secret.file '" + file + "' cannot be read", e);
        }
    }

    private static Map<String, String> labels(String[] lines) {
        Map<String, String> labels = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("labels: '" + line + "' is not of the form name=value");
            }
            labels.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return labels;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // the name is for display only
        }
    }
}
