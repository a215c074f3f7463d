package org.asterism.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.propagateSystemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;

/** Our distribution as a Pax Exam container, every port chosen free. */
final class Distribution {

    private Distribution() {}

    static Option[] container(String name) {
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
            propagateSystemProperty("asterism.version"),
            composite(JavaModules.options(System.getProperty("karaf.version"))),
            composite(
                    port("asterism.ssh.port"),
                    port("asterism.http.port"),
                    port("asterism.hub.http.port"),
                    port("asterism.hub.port"),
                    port("asterism.dispatcher.port")),
            systemProperty("asterism.member.id").value("x"),
            systemProperty("asterism.member.kind").value("instance"),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(freePort()))
        };
    }

    private static Option port(String property) {
        return systemProperty(property).value(Integer.toString(freePort()));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
