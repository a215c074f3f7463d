package org.asterism.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.ops4j.pax.exam.Option;

/** Our distribution as a Pax Exam container, every port chosen free. */
final class Distribution {

    private Distribution() {}

    /** Configured as an instance and as a hub: what the feature under test brings finds what it needs. */
    static Option[] container(String name, int hubPort, int dispatcherPort, Path secret) {
        File archive = new File(System.getProperty("asterism.archive"));
        File directory = new File(System.getProperty("exam.directory"), name);
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(archive.toURI().toString())
                    .name("Asterism")
                    .unpackDirectory(directory)
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole(),
            // the distribution is offline; what the test framework adds comes from the local repository of the build
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}system@id=system@snapshots, file:" + System.getProperty("local.repository")
                            + "@id=local@snapshots"),
            composite(JavaModules.options(System.getProperty("karaf.version"))),
            configuration(
                    "org.asterism.member",
                    Map.of(
                            "id",
                            "x",
                            "kind",
                            "instance",
                            "hub.url",
                            "tcp://127.0.0.1:" + hubPort,
                            "secret.file",
                            secret.toString())),
            configuration(
                    "org.asterism.hub",
                    Map.of(
                            "host", "127.0.0.1",
                            "port", Integer.toString(hubPort),
                            "secret.file", secret.toString())),
            configuration("org.asterism.lock.server", Map.of("lease.millis", "10000")),
            configuration("org.asterism.dispatcher", Map.of("port", Integer.toString(dispatcherPort))),
            configuration(
                    "org.ops4j.pax.web",
                    Map.of(
                            "org.osgi.service.http.port",
                            Integer.toString(freePort()),
                            "org.ops4j.pax.web.listening.addresses",
                            "127.0.0.1")),
            configuration(
                    "org.ops4j.datasource-asterism",
                    Map.of(
                            "osgi.jdbc.driver.name", "H2 JDBC Driver",
                            "url", "jdbc:h2:mem:exam;DB_CLOSE_DELAY=-1",
                            "user", "sa",
                            "dataSourceName", "asterism",
                            "pool", "dbcp2",
                            "xa", "true")),
            configuration("org.apache.karaf.shell", Map.of("sshPort", Integer.toString(freePort())))
        };
    }

    static Option configuration(String pid, Map<String, String> values) {
        return composite(values.entrySet().stream()
                .map(value -> editConfigurationFilePut("etc/" + pid + ".cfg", value.getKey(), value.getValue()))
                .toArray(Option[]::new));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
