package org.asterism.hub.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateNamesTest {

    @TempDir
    Path directory;

    @Test
    void areTheCommonNameTheDnsNamesAndTheUrisOfMembers() throws Exception {
        Keytool keytool = new Keytool(directory);
        keytool.selfSigned(
                "a",
                "CN=a,O=Example",
                "-ext",
                "san=dns:b,uri:urn:asterism:member:a/1,uri:urn:asterism:member:a/2,uri:https://c,ip:127.0.0.1");
        keytool.selfSigned("node", "CN=a/1");
        keytool.selfSigned("nobody", "O=Example");

        assertThat(CertificateNames.of(keytool.certificate("a"))).containsExactlyInAnyOrder("a", "b", "a/1", "a/2");
        assertThat(CertificateNames.of(keytool.certificate("node"))).containsExactly("a/1");
        assertThat(CertificateNames.of(keytool.certificate("nobody"))).isEmpty();
    }
}
