package org.asterism.hub.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.standby.Timing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub refuses, each with a message that says what to do. */
class HubSettingsTest {

    @TempDir
    Path directory;

    private final Map<String, Object> values = new HashMap<>();

    @BeforeEach
    void setSecret() throws IOException {
        values.put("secret.file", secret("rw-------", "0123456789abcdef").toString());
    }

    @Test
    void aSecretIsAllThatIsNeeded() {
        var configuration = HubSettings.of(Configured.with(values));

        assertThat(configuration.port()).isEqualTo(61616);
        assertThat(configuration.tls()).isEmpty();
        assertThat(HubSettings.standby(Configured.with(values))).isEmpty();
    }

    @Test
    void refusesToBeWithoutASecret() {
        values.remove("secret.file");
        refuses("secret.file is not set: name the file with the cluster secret");
        values.put("secret.file", directory.resolve("none").toString());
        refuses("none' cannot be read (there is no such file): put the secret there");
    }

    @Test
    void refusesASecretThatOthersCanRead() throws IOException {
        values.put("secret.file", secret("rw-r--r--", "0123456789abcdef").toString());
        refuses("is open to others (rw-r--r--): chmod 600 it");
    }

    @Test
    void refusesASecretThatCanBeGuessed() throws IOException {
        values.put("secret.file", secret("rw-------", "short").toString());
        refuses("has less than 16 bytes: put a longer secret there");
    }

    @Test
    void refusesHalfOfTls() {
        values.put("tls.keystore.file", "/hub.p12");
        refuses("tls.keystore.password.file is not set: name the file with the password of /hub.p12");
        values.put("tls.keystore.password.file", "/password");
        values.put("tls.client.auth", "NEED");
        refuses("tls.client.auth is NEED, but there is no tls.truststore.file");
        values.put("tls.client.auth", "need");
        refuses("tls.client.auth 'need' is not NONE, WANT or NEED");
        values.put("tls.client.auth", "WANT");
        values.remove("tls.keystore.file");
        refuses("there is no tls.keystore.file, but other keys of TLS are set");
    }

    @Test
    void needsNoSecretIfEveryMemberHasACertificate() {
        values.put("tls.keystore.file", "/hub.p12");
        values.put("tls.keystore.password.file", "/password");
        values.put("tls.truststore.file", "/members.p12");
        values.put("tls.truststore.password.file", "/password");
        values.put("tls.client.auth", "NEED");
        values.remove("secret.file");

        TlsSettings tls = HubSettings.of(Configured.with(values)).tls().orElseThrow();
        assertThat(tls.clientAuth()).isEqualTo(ClientAuth.NEED);
        assertThat(tls.keystore().key()).isEqualTo("tls.keystore.file");

        values.put("tls.client.auth", "WANT");
        refuses("secret.file is not set");
    }

    @Test
    void readsHowHubsArbitrate() {
        values.put("standby.enabled", true);
        assertThat(HubSettings.standby(Configured.with(values)))
                .contains(new StandbySettings(new Timing(Duration.ofSeconds(3), Duration.ofSeconds(1)), "asterism"));

        values.put("standby.datasource", "a)(b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.standby(Configured.with(values)))
                .withMessageContaining("standby.datasource");
    }

    private void refuses(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.of(Configured.with(values)))
                .withMessageContaining(message);
    }

    private Path secret(String mode, String content) throws IOException {
        Path file = Files.createTempFile(directory, "secret", "");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
