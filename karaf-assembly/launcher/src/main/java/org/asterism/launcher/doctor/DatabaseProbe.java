package org.asterism.launcher.doctor;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Datasource;

/** Asks a database who it is and what time it has, by the driver that server nodes use. */
record DatabaseProbe(Cluster cluster) {

    private static final String TIMEOUT_SECONDS = "5";

    /**
     * What it says.
     *
     * @param product its name and version
     * @param major the first number of its version
     * @param ahead how far its clock is ahead of ours
     * @param state the SQLSTATE of the error
     * @param error why it does not let us in; empty if it does
     */
    record Answer(String product, int major, Duration ahead, String state, String error) {

        static Answer failure(SQLException e) {
            String state = String.valueOf(e.getSQLState());
            return new Answer(
                    "",
                    0,
                    Duration.ZERO,
                    state,
                    e.getMessage().lines().findFirst().orElse(state));
        }
    }

    Answer ask(Datasource datasource) throws IOException, LauncherException {
        Properties login = new Properties();
        login.setProperty("user", datasource.user());
        login.setProperty("password", datasource.secret(cluster.layout()));
        if (datasource.kind().equals("postgresql")) {
            login.setProperty("loginTimeout", TIMEOUT_SECONDS);
            login.setProperty("socketTimeout", TIMEOUT_SECONDS);
        }
        try (URLClassLoader drivers =
                new URLClassLoader(jars(datasource.kind()), getClass().getClassLoader())) {
            return ask(driver(drivers, datasource.url()), datasource.url(), login);
        }
    }

    private static Answer ask(Driver driver, String url, Properties login) {
        try (Connection connection = driver.connect(url, login);
                Statement statement = connection.createStatement()) {
            long before = System.nanoTime();
            Instant asked = Instant.now();
            try (ResultSet time = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
                time.next();
                Instant told = time.getTimestamp(1).toInstant();
                Duration way = Duration.ofNanos((System.nanoTime() - before) / 2);
                var product = connection.getMetaData();
                return new Answer(
                        product.getDatabaseProductName() + " " + product.getDatabaseProductVersion(),
                        product.getDatabaseMajorVersion(),
                        Duration.between(asked.plus(way), told),
                        "",
                        "");
            }
        } catch (SQLException e) {
            return Answer.failure(e);
        }
    }

    private static Driver driver(ClassLoader drivers, String url) throws LauncherException {
        for (Driver driver : ServiceLoader.load(Driver.class, drivers)) {
            if (accepts(driver, url)) {
                return driver;
            }
        }
        throw new LauncherException("the distribution has no driver for " + url + "; use PostgreSQL or H2");
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException notItsOwn) {
            return false;
        }
    }

    /** H2 is on the launcher's own class path. */
    private URL[] jars(String kind) throws IOException {
        Path directory = cluster.home().resolve("system/org/postgresql/postgresql");
        if (!kind.equals("postgresql") || !Files.isDirectory(directory)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            Path[] jars = files.filter(file -> file.toString().endsWith(".jar")).toArray(Path[]::new);
            URL[] urls = new URL[jars.length];
            for (int i = 0; i < jars.length; i++) {
                urls[i] = jars[i].toUri().toURL();
            }
            return urls;
        }
    }
}
