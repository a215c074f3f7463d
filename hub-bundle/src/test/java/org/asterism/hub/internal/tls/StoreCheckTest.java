package org.asterism.hub.internal.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.TlsSettings.StoreFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {

    private static final String KEYSTORE = "tls.keystore.file";
    private static final String TRUSTSTORE = "tls.truststore.file";

    @TempDir
    static Path directory;

    private static Keytool keytool;

    @BeforeAll
    static void make() throws Exception {
        keytool = new Keytool(directory);
        keytool.selfSigned("hub", "CN=hub", "-validity", "2");
        keytool.trust("trust", "hub");
    }

    @Test
    void acceptsWhatIsComplete() {
        TlsSettings tls = new TlsSettings(
                keytool.store(KEYSTORE, "hub"), Optional.of(keytool.store(TRUSTSTORE, "trust")), ClientAuth.NEED);
        assertThatCode(() -> StoreCheck.check(tls, Instant.now())).doesNotThrowAnyException();
    }

    @Test
    void saysThatTheFileIsNotThere() {
        refuses(keytool.store(KEYSTORE, "none"), "tls.keystore.file '" + directory + "/none.p12' is not there: create");
    }

    @Test
    void saysThatThePasswordIsWrong() throws IOException {
        Path wrong = keytool.secret("wrong", "something else");
        refuses(
                new StoreFile(KEYSTORE, directory.resolve("hub.p12"), wrong),
                "does not open with this password: correct tls.keystore.password.file");
    }

    @Test
    void saysThatTheFileIsBroken() throws IOException {
        Files.writeString(directory.resolve("broken.p12"), "no store at all");
        refuses(keytool.store(KEYSTORE, "broken"), "broken.p12' is no PKCS #12 file");
    }

    @Test
    void saysThatThereIsNoKey() {
        refuses(keytool.store(KEYSTORE, "trust"), "has no key with a certificate");
    }

    @Test
    void saysThatTheCertificateHasExpired() {
        TlsSettings tls = new TlsSettings(keytool.store(KEYSTORE, "hub"), Optional.empty(), ClientAuth.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreCheck.check(tls, Instant.now().plus(Duration.ofDays(3))))
                .withMessageContaining("has a certificate that expired at 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreCheck.check(tls, Instant.now().minus(Duration.ofDays(1))))
                .withMessageContaining("is not valid before");
    }

    @Test
    void saysThatNobodyIsTrusted() {
        TlsSettings tls = new TlsSettings(
                keytool.store(KEYSTORE, "hub"), Optional.of(keytool.store(TRUSTSTORE, "hub")), ClientAuth.WANT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreCheck.check(tls, Instant.now()))
                .withMessageContaining("tls.truststore.file")
                .withMessageContaining("trusts nobody");
    }

    @Test
    void asksForATrustStoreIfMembersShowCertificates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlsSettings(keytool.store(KEYSTORE, "hub"), Optional.empty(), ClientAuth.NEED))
                .withMessageContaining("there is no tls.truststore.file");
    }

    private static void refuses(StoreFile keystore, String message) {
        TlsSettings tls = new TlsSettings(keystore, Optional.empty(), ClientAuth.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreCheck.check(tls, Instant.now()))
                .withMessageContaining(message);
    }
}
