package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.TlsSettings;
import org.asterism.dispatcher.internal.tls.Keytool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsReloadTest {

    @TempDir
    Path directory;

    @Test
    void aStoreThatIsMendedIsLoadedWithoutARestart() throws Exception {
        Keytool keytool = new Keytool(directory);
        Files.writeString(directory.resolve("shop.p12"), "broken");
        TlsSettings settings = new TlsSettings(0, List.of(keytool.store("shop")), List.of("TLSv1.3"), List.of(), false);
        TlsCertificates certificates = new TlsCertificates(settings, true);
        CountDownLatch loaded = new CountDownLatch(1);
        try (TlsReload reload = TlsReload.start(settings, certificates, loaded::countDown)) {
            assertThat(reload).isNotNull();
            keytool.selfSigned("good", "CN=good");
            assertThat(certificates.isLoaded()).isFalse();
            keytool.use("good", "shop");
            assertThat(loaded.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(certificates.isLoaded()).isTrue();
        }
    }
}
