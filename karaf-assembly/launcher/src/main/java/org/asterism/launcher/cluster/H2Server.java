package org.asterism.launcher.cluster;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStartException;
import org.asterism.container.DetachedProcess;
import org.asterism.container.JavaRuntime;
import org.asterism.container.StartedContainer;
import org.asterism.launcher.LauncherException;

/**
 * The H2 server process that is the shared database unless one is given.
 *
 * <p>It writes commits behind, by half a second at most; who kills this very process may lose those. Without that delay
 * ({@code WRITE_DELAY=0}) H2 never compacts its file, which grows by some 18 KB with each transaction.
 */
final class H2Server {

    private final ContainerLayout layout;

    H2Server(ContainerLayout layout) {
        this.layout = layout;
    }

    /** Creates the database with its user unless it is there; the server itself creates none. */
    void create(String password) throws IOException, LauncherException {
        Path directory = layout.base().resolve("data");
        if (Files.exists(directory.resolve("asterism.mv.db"))) {
            return;
        }
        Files.createDirectories(directory);
        String url = "jdbc:h2:file:" + directory.resolve("asterism");
        try {
            DriverManager.getConnection(url, "asterism", password).close();
        } catch (SQLException e) {
            throw new LauncherException("cannot create the database in " + directory + ": " + e.getMessage(), e);
        }
    }

    StartedContainer start(int port) throws ContainerStartException {
        JavaRuntime java = JavaRuntime.current();
        java.check();
        return new DetachedProcess("the database", layout)
                .start(
                        List.of(
                                java.command().toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Dh2.bindAddress=127.0.0.1",
                                "-cp",
                                jar().toString(),
                                "org.h2.tools.Server",
                                "-tcp",
                                "-tcpPort",
                                Integer.toString(port),
                                "-baseDir",
                                layout.base().resolve("data").toString()),
                        Map.of("tcp", port));
    }

    private static Path jar() throws ContainerStartException {
        try {
            return Path.of(org.h2.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new ContainerStartException("cannot find the jar of H2", e);
        }
    }
}
