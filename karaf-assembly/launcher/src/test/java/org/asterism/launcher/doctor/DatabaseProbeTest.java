package org.asterism.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Datasource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {

    @TempDir
    Path directory;

    @Test
    void asksWithThePasswordThatTheFileHas() throws Exception {
        Cluster cluster = Cluster.open(directory.resolve("home"), directory, Optional.empty());
        Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(directory.resolve("secrets/database.password"), "right\n");
        String url = "jdbc:h2:file:" + directory.resolve("db");
        DriverManager.getConnection(url, "asterism", "right").close();

        var answer = new DatabaseProbe(cluster)
                .ask(new Datasource(url, "asterism", "FILE(${asterism.cluster.base}/secrets/database.password)"));
        var refusal = new DatabaseProbe(cluster).ask(new Datasource(url, "asterism", "wrong"));

        assertThat(answer.error()).isEmpty();
        assertThat(answer.product()).startsWith("H2 2.");
        assertThat(answer.ahead()).isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(1));
        assertThat(refusal.state()).isEqualTo("28000");
    }
}
