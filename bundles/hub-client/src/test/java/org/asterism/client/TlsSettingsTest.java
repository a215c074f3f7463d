package org.asterism.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsSettingsTest {

    private static final URI PLAIN = URI.create("tcp://127.0.0.1:61616");
    private static final URI ENCRYPTED = URI.create("ssl://127.0.0.1:61616");

    @Test
    void nothingIsNeededForAPlainLink() {
        assertThat(TlsSettings.of("", "", "", "")).isEqualTo(TlsSettings.NONE);
        assertThatCode(() -> TlsSettings.NONE.requireFor(List.of(PLAIN))).doesNotThrowAnyException();
    }

    @Test
    void anEncryptedLinkNeedsATrustStore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsSettings.NONE.requireFor(List.of(PLAIN, ENCRYPTED)))
                .withMessageContaining("ssl://127.0.0.1:61616, but there is no tls.truststore.file");
        assertThatCode(() -> TlsSettings.of("t.p12", "p", "", "").requireFor(List.of(ENCRYPTED)))
                .doesNotThrowAnyException();
    }

    @Test
    void aStoreNeedsAPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsSettings.of("t.p12", "p", "k.p12", " "))
                .withMessage("tls.keystore.file is set, but tls.keystore.password.file is not");
    }

    @Test
    void aMemberWithAKeyNeedsNoSecretOnAnEncryptedLink() {
        TlsSettings certified = TlsSettings.of("t.p12", "p", "k.p12", "p");
        assertThat(certified.isCertified(ENCRYPTED)).isTrue();
        assertThat(certified.isCertified(PLAIN)).isFalse();
        assertThat(TlsSettings.of("t.p12", "p", "", "").isCertified(ENCRYPTED)).isFalse();
    }
}
