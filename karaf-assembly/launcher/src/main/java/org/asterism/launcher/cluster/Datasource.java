package org.asterism.launcher.cluster;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerLayout;
import org.asterism.container.Role;
import org.asterism.launcher.LauncherException;

/**
 * How server nodes reach the shared database, as the configuration file in the cluster's directory tells. Who edits that
 * file is obeyed.
 *
 * @param url the JDBC URL
 * @param user the database user
 * @param password as it is written in the file; {@code FILE(path)} refers to a file
 */
public record Datasource(String url, String user, String password) {

    private static final String FILE = "org.ops4j.datasource-asterism.cfg";
    private static final Pattern KIND = Pattern.compile("jdbc:([a-z0-9]+):.*", Pattern.DOTALL);
    private static final Pattern SERVER =
            Pattern.compile("jdbc:[a-z0-9]+:(?:[a-z]+:)?//([^:/,?;]+)(?::([0-9]{1,5}))?/.*");
    private static final Pattern REFERENCE = Pattern.compile("FILE\\((.+)\\)");
    private static final int POSTGRESQL_PORT = 5432;
    private static final int H2_PORT = 9092;

    /** The one of the H2 server that this cluster runs itself. */
    public static Datasource own(ClusterPorts ports) {
        return new Datasource(
                "jdbc:h2:tcp://127.0.0.1:" + ports.database() + "/asterism",
                "asterism",
                "FILE(${asterism.cluster.base}/secrets/database.password)");
    }

    /** Where the file is. */
    public static Path file(ClusterLayout layout) {
        return layout.overlay(Role.SERVERNODE).resolve(FILE);
    }

    /** Empty if there is no file yet. */
    public static Optional<Datasource> read(ClusterLayout layout) throws IOException, LauncherException {
        Path file = file(layout);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException damaged) {
            throw new LauncherException("the file " + file + " is damaged: " + damaged.getMessage(), damaged);
        }
        String url = properties.getProperty("url", "").strip();
        if (url.isEmpty()) {
            throw new LauncherException("the file " + file + " has no url; give the JDBC URL of the database");
        }
        String password = properties.getProperty(".password", properties.getProperty("password", ""));
        return Optional.of(new Datasource(url, properties.getProperty("user", ""), password));
    }

    /** Replaces the file. */
    void write(ClusterLayout layout) throws IOException, LauncherException {
        AtomicFile.writeSecret(
                file(layout), """
                    # How server nodes reach the shared database. Written once; edit it as you like.
                    # The dot keeps the password out of the properties of the DataSource service.
                    osgi.jdbc.driver.name = %s
                    url = %s
                    user = %s
                    .password = %s
                    dataSourceName = asterism
                    pool = dbcp2
                    xa = true
                    jdbc.pool.maxTotal = 16
                    jdbc.pool.maxIdle = 8
                    jdbc.pool.minIdle = 0
                    jdbc.pool.maxWaitMillis = 5000
                    jdbc.pool.testOnBorrow = true
                    jdbc.factory.validationQueryTimeout = 2
                    """.formatted(driver(), url, user, password).getBytes(StandardCharsets.UTF_8));
    }

    /** What a hub needs to arbitrate: one plain connection, on which nothing waits for long. */
    void writeForHub(ContainerLayout hub) throws IOException, LauncherException {
        String impatient = kind().equals("h2") && server().isPresent() && !url.contains("NETWORK_TIMEOUT")
                ? url + ";NETWORK_TIMEOUT=2000"
                : url;
        AtomicFile.writeSecret(hub.etc().resolve(FILE), """
            # How this hub reaches the shared database. Written at each start, from etc/servernode of the cluster.
            osgi.jdbc.driver.name = %s
            url = %s
            user = %s
            .password = %s
            dataSourceName = asterism
            """.formatted(driver(), impatient, user, password)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The password itself, from the file that is referred to. */
    public String secret(ClusterLayout layout) throws IOException {
        Matcher reference = REFERENCE.matcher(password.strip());
        if (!reference.matches()) {
            return password;
        }
        String file = reference
                .group(1)
                .replace("${asterism.cluster.base}", layout.base().toString());
        return Files.readString(Path.of(file)).strip();
    }

    /** What an instance needs to deploy: a small pool without transactions of the platform. */
    void writeForInstance(ContainerLayout instance) throws IOException, LauncherException {
        AtomicFile.writeSecret(instance.etc().resolve(FILE), """
                # How this instance reaches the shared database. Written at each start, from etc/servernode of the cluster.
                osgi.jdbc.driver.name = %s
                url = %s
                user = %s
                .password = %s
                dataSourceName = asterism
                pool = dbcp2
                jdbc.pool.maxTotal = 8
                jdbc.pool.maxIdle = 2
                jdbc.pool.minIdle = 0
                jdbc.pool.maxWaitMillis = 5000
                jdbc.pool.testOnBorrow = true
                jdbc.factory.validationQueryTimeout = 2
                """.formatted(driver(), url, user, password)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is the H2 server that this cluster runs itself. */
    public boolean isOwn(ClusterPorts ports) {
        String own = own(ports).url();
        return url.equals(own) || url.startsWith(own + ";");
    }

    /** Such as {@code h2} or {@code postgresql}. */
    public String kind() {
        Matcher kind = KIND.matcher(url);
        return kind.matches() ? kind.group(1) : "unknown";
    }

    /** Where the database listens, if the URL tells. */
    public Optional<InetSocketAddress> server() {
        Matcher server = SERVER.matcher(url);
        if (!server.matches()) {
            return Optional.empty();
        }
        int port = server.group(2) != null
                ? Integer.parseInt(server.group(2))
                : kind().equals("postgresql") ? POSTGRESQL_PORT : H2_PORT;
        return Optional.of(InetSocketAddress.createUnresolved(server.group(1), port));
    }

    private String driver() throws LauncherException {
        return switch (kind()) {
            case "h2" -> "H2 JDBC Driver";
            case "postgresql" -> "PostgreSQL JDBC Driver";
            default ->
                throw new LauncherException("'" + url
                        + "' is no URL of a database that is supported; use jdbc:postgresql://host:port/name"
                        + " or jdbc:h2:…");
        };
    }
}
