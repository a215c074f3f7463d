package org.asterism.hub.internal.osgi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.TlsSettings.StoreFile;
import org.asterism.hub.internal.standby.Timing;
import org.asterism.hub.internal.tls.PrivateFile;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.MessagingLimits;

/** Turns the configuration into values; the messages of its exceptions name the key. */
final class HubSettings {

    private static final Instant EPOCH_ZERO = Instant.parse("2020-01-01T00:00:00Z");

    private HubSettings() {}

    /** @throws IllegalArgumentException saying in one line what is wrong and what to do */
    static HubConfiguration of(HubConfig config) {
        MessagingLimits defaults = MessagingLimits.DEFAULT;
        return new HubConfiguration(
                config.host(),
                config.port(),
                secret(config),
                Duration.ofMillis(config.connection_ttl_millis()),
                Duration.ofMillis(config.grace_millis()),
                config.queue_max_bytes(),
                Duration.ofMillis(config.slow_patience_millis()),
                new MessagingLimits(
                        config.message_max_bytes(),
                        defaults.outboxBytes(),
                        defaults.unconfirmedBytes(),
                        config.listener_queue(),
                        config.pending_requests()),
                tls(config));
    }

    /** Empty if this is the only hub. */
    static Optional<StandbySettings> standby(HubConfig config) {
        return config.standby_enabled()
                ? Optional.of(new StandbySettings(
                        new Timing(
                                Duration.ofMillis(config.standby_lease_millis()),
                                Duration.ofMillis(config.standby_renew_millis())),
                        config.standby_datasource()))
                : Optional.empty();
    }

    /** The lowest epoch of a hub that begins now, so that epochs grow also if hubs are arbitrated only at times. */
    static long clockEpoch() {
        return Duration.between(EPOCH_ZERO, Instant.now()).toSeconds();
    }

    /** A new life of the hub. */
    static Member member(String version) {
        return new Member(
                MemberId.HUB,
                MemberKind.HUB,
                Life.incarnation(Instant.now()),
                MemberState.UP,
                host(),
                ProcessHandle.current().pid(),
                version,
                Map.of(),
                Instant.now());
    }

    private static byte[] secret(HubConfig config) {
        if (!config.secret_file().isBlank()) {
            byte[] secret = PrivateFile.read("secret.file", Path.of(config.secret_file()))
                    .getBytes(StandardCharsets.UTF_8);
            if (secret.length < HubConfiguration.MIN_SECRET) {
                throw new IllegalArgumentException(
                        "secret.file '" + config.secret_file() + "' has less than " + HubConfiguration.MIN_SECRET
                                + " bytes: put a longer secret there, and give it to the members");
            }
            return secret;
        }
        if (clientAuth(config) == ClientAuth.NEED) {
            return new byte[0];
        }
        throw new IllegalArgumentException("secret.file is not set: name the file with the cluster secret");
    }

    private static Optional<TlsSettings> tls(HubConfig config) {
        Optional<StoreFile> keystore =
                store("tls.keystore", config.tls_keystore_file(), config.tls_keystore_password_file());
        Optional<StoreFile> truststore =
                store("tls.truststore", config.tls_truststore_file(), config.tls_truststore_password_file());
        ClientAuth clientAuth = clientAuth(config);
        if (keystore.isEmpty() && (truststore.isPresent() || clientAuth != ClientAuth.NONE)) {
            throw new IllegalArgumentException(
                    "there is no tls.keystore.file, but other keys of TLS are set: name the file with the hub's certificate");
        }
        return keystore.map(store -> new TlsSettings(store, truststore, clientAuth));
    }

    private static Optional<StoreFile> store(String key, String file, String passwordFile) {
        if (file.isBlank()) {
            return Optional.empty();
        }
        if (passwordFile.isBlank()) {
            throw new IllegalArgumentException(
                    key + ".password.file is not set: name the file with the password of " + file);
        }
        return Optional.of(new StoreFile(key + ".file", Path.of(file), Path.of(passwordFile)));
    }

    private static ClientAuth clientAuth(HubConfig config) {
        return Arrays.stream(ClientAuth.values())
                .filter(value -> value.name().equals(config.tls_client_auth()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "tls.client.auth '" + config.tls_client_auth() + "' is not NONE, WANT or NEED"));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // the name is for display only
        }
    }
}
