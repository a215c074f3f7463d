package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.asterism.container.ClusterLayout;
import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasourceTest {

    @TempDir
    Path base;

    private ClusterLayout layout;

    @BeforeEach
    void layOut() {
        layout = new ClusterLayout(base);
    }

    @Test
    void isTheOwnServerAtFirst() throws Exception {
        ClusterPorts ports = new ClusterPorts(5);

        Datasource.own(ports).write(layout);

        Datasource read = Datasource.read(layout).orElseThrow();
        assertThat(read).isEqualTo(Datasource.own(ports));
        assertThat(read.isOwn(ports)).isTrue();
        assertThat(read.isOwn(new ClusterPorts(6))).isFalse();
        assertThat(read.kind()).isEqualTo("h2");
        assertThat(read.server()).contains(InetSocketAddress.createUnresolved("127.0.0.1", 9097));
        assertThat(Files.readString(Datasource.file(layout)))
                .contains("osgi.jdbc.driver.name = H2 JDBC Driver")
                .contains("url = jdbc:h2:tcp://127.0.0.1:9097/asterism\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Datasource.file(layout))))
                .isEqualTo("rw-------");
    }

    @Test
    void obeysWhoEditsTheFile() throws Exception {
        Files.createDirectories(Datasource.file(layout).getParent());
        Files.writeString(Datasource.file(layout), "url = jdbc:postgresql://db.example.org/shop?ssl=true\nuser = me\n");

        Datasource read = Datasource.read(layout).orElseThrow();

        assertThat(read.kind()).isEqualTo("postgresql");
        assertThat(read.isOwn(new ClusterPorts(0))).isFalse();
        assertThat(read.server()).contains(InetSocketAddress.createUnresolved("db.example.org", 5432));
    }

    @Test
    void saysThatThereIsNoUrl() throws Exception {
        Files.createDirectories(Datasource.file(layout).getParent());
        Files.writeString(Datasource.file(layout), "user = me\n");

        assertThatThrownBy(() -> Datasource.read(layout))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("has no url");
    }

    @Test
    void takesACopyOfThePasswordOfAnotherDatabase() throws Exception {
        Path passwordFile = base.resolve("password");
        Files.writeString(passwordFile, "top secret\n");

        new ExternalDatabase("jdbc:postgresql://127.0.0.1:5433/x", "me", passwordFile).configure(layout);

        assertThat(base.resolve("secrets/external-database.password")).hasContent("top secret");
        assertThat(Datasource.read(layout))
                .contains(new Datasource(
                        "jdbc:postgresql://127.0.0.1:5433/x",
                        "me",
                        "FILE(${asterism.cluster.base}/secrets/external-database.password)"));
        assertThat(Files.readString(Datasource.file(layout))).doesNotContain("top secret");
    }

    @Test
    void refusesADatabaseThatIsNotSupported() throws Exception {
        Path passwordFile = base.resolve("password");
        Files.writeString(passwordFile, "x");

        assertThatThrownBy(() -> new ExternalDatabase("jdbc:oracle:thin:@x", "me", passwordFile).configure(layout))
                .hasMessageContaining("'jdbc:oracle:thin:@x' is no URL of a database that is supported");
        assertThatThrownBy(() -> new ExternalDatabase("jdbc:h2:mem:x", "me", base.resolve("none")).configure(layout))
                .hasMessageContaining("cannot read the password file " + base.resolve("none"));
        assertThat(Datasource.read(layout)).isEqualTo(Optional.empty());
    }
}
