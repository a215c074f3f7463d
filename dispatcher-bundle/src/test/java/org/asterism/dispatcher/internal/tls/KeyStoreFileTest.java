package org.asterism.dispatcher.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.asterism.dispatcher.internal.TlsSettings.StoreFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreFileTest {

    private Instant now;

    @TempDir
    Path directory;

    private Keytool keytool;

    @BeforeEach
    void begin() throws Exception {
        keytool = new Keytool(directory);
        now = Instant.now().plus(Duration.ofMinutes(1));
    }

    private void refused(StoreFile store, Instant at, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyStoreFile.read(store, at))
                .withMessageContainingAll(words);
    }

    @Test
    void readsKeysWithTheirNames() throws Exception {
        keytool.selfSigned("shop", "CN=shop", "-ext", "SAN=dns:Shop.test,dns:*.shop.test,ip:127.0.0.1");
        List<Certificate> found = KeyStoreFile.read(keytool.store("shop"), now);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).names()).containsExactly("shop.test", "*.shop.test");
        assertThat(found.get(0).own()).isEqualTo(keytool.certificate("shop"));
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        refused(keytool.store("nothing"), now, "tls.keystore.file", "nothing.p12", "is not there: create it");
        Files.writeString(directory.resolve("text.p12"), "not a store");
        refused(keytool.store("text"), now, "is no PKCS #12 file");
        keytool.selfSigned("shop", "CN=shop");
        Path other = keytool.secret("other", "not the password");
        StoreFile wrong = new StoreFile(keytool.store("shop").file(), other);
        refused(wrong, now, "does not open with this password: correct tls.keystore.password.file");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
        refused(wrong, now, "tls.keystore.password.file", "is open to others", "chmod 600");
    }

    @Test
    void aCertificateHasItsTime() throws Exception {
        keytool.selfSigned("shop", "CN=shop", "-validity", "1");
        refused(keytool.store("shop"), now.plus(Duration.ofDays(2)), "expired at", "replace it");
        refused(keytool.store("shop"), now.minus(Duration.ofDays(2)), "is not valid before", "look at the clock");
    }
}
