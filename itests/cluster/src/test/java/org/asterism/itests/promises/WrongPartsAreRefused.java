package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.asterism.connect.AsterismClient;
import org.asterism.connect.AsterismClientBuilder;
import org.asterism.itests.harness.Command.Result;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.messaging.HubUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What does not belong into the cluster is kept out, and someone says why in one line. */
class WrongPartsAreRefused {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    @ExtendWith(SharedStar.class)
    void aMemberWithAnotherSecret(Star star) {
        Logs logs = star.logs();
        assertThatThrownBy(client(star, "client/stranger")
                        .secret("a secret of some other cluster")
                        .connectTimeout(Duration.ofSeconds(5))::connect)
                .isInstanceOf(HubUnavailableException.class)
                .hasMessageContaining("wrong cluster secret");

        assertThat(logs.of("hub").stream().filter(line -> line.contains("client/stranger")))
                .as("lines of the hub's log")
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("WARN", "Refused member", "wrong cluster secret"));
        assertThat(logs.errorsExcept()).isEmpty();
    }

    @Test
    @ExtendWith(SharedStar.class)
    void anotherMemberOfTheSameName(Star star) throws Exception {
        Logs logs = star.logs();
        String secret = Files.readString(star.secret()).strip();
        long holder = star.process("a/1").pid();

        assertThatThrownBy(client(star, "a/1").secret(secret).connectTimeout(Duration.ofSeconds(5))::connect)
                .isInstanceOf(HubUnavailableException.class)
                .hasMessageContainingAll("'a/1' is taken by a live member", "process " + holder);

        try (AsterismClient other = client(star, "client/other").secret(secret).connect()) {
            assertThat(other.cluster().view().members())
                    .filteredOn(member -> member.id().value().equals("a/1"))
                    .singleElement()
                    .satisfies(member -> assertThat(member.pid()).isEqualTo(holder));
        }
        assertThat(logs.errorsExcept()).isEmpty();
    }

    @Test
    void aHubWhoseSecretOthersCanRead() throws Exception {
        try (Star star = Star.named("open-secret")) {
            Files.createDirectories(star.secret().getParent());
            Files.writeString(star.secret(), "a secret that everybody can read");
            Files.setPosixFilePermissions(star.secret(), PosixFilePermissions.fromString("rw-r--r--"));

            assertNoHub(star, "secret.file", star.secret().toString());
        }
    }

    @Test
    void aHubWithABrokenKeyStore() throws Exception {
        try (Star star = Star.named("broken-tls")) {
            Path secrets = Files.createDirectories(star.base().resolve("secrets"));
            secret(secrets.resolve("cluster.secret"), "a secret that is long enough");
            secret(secrets.resolve("tls.password"), "changeit");
            secret(secrets.resolve("hub.p12"), "this is no key store");
            Path template = Path.of(System.getProperty("asterism.home"), "roles/hub/etc/org.asterism.hub.cfg");
            Path overlay = Files.createDirectories(star.base().resolve("etc/hub"));
            Files.writeString(
                    overlay.resolve("org.asterism.hub.cfg"),
                    Files.readString(template)
                            + "tls.keystore.file = ${asterism.cluster.base}/secrets/hub.p12\n"
                            + "tls.keystore.password.file = ${asterism.cluster.base}/secrets/tls.password\n");

            assertNoHub(star, "tls.keystore.file", "hub.p12");
        }
    }

    private static void assertNoHub(Star star, String... named) {
        Logs logs = star.logs();
        long begin = System.nanoTime();
        Result result = star.asterism("start", "hub", "--timeout", "200");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        assertThat(result.exit()).isNotZero();
        assertThat(result.err().strip())
                .hasLineCount(1)
                .contains("hub refuses to work: ")
                .contains(named);
        assertThat(logs.errorsExcept()).singleElement().satisfies(line -> assertThat(line)
                .contains("No hub in this container")
                .contains(named));
        assertThat(star.status().hubState()).isEqualTo("REFUSED");
    }

    private static void secret(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static AsterismClientBuilder client(Star star, String id) {
        return AsterismClient.builder().hubs(List.of(star.hubUrl(1))).id(id);
    }
}
