package org.asterism.container;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command that runs a container: that of {@code bin/karaf server}, without its shell script. */
final class KarafCommand {

    private static final int FIRST_WITHOUT_SECURITY_MANAGER = 18;

    private static final List<String> MODULE_OPTIONS = List.of(
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
            "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
            "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "--add-exports=java.security.sasl/com.sun.security.sasl=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");

    private KarafCommand() {}

    static List<String> of(
            ContainerSpec spec, KarafLibraries libraries, JavaRuntime java, List<String> configuredOptions) {
        List<String> command = new ArrayList<>();
        command.add(java.command().toString());
        command.addAll(spec.role().jvmOptions());
        command.add("-XX:ErrorFile=" + new ContainerLayout(spec.base()).logs() + "/hs_err_pid%p.log");
        command.addAll(spec.jvmOptions());
        command.addAll(configuredOptions);
        command.addAll(MODULE_OPTIONS);
        libraries.patches().forEach((module, jar) -> {
            command.add("--patch-module");
            command.add(module + "=" + jar);
        });
        if (java.version() >= FIRST_WITHOUT_SECURITY_MANAGER) {
            command.add("-Djava.security.manager=allow");
        }
        properties(spec).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-classpath");
        command.add(libraries.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add("org.apache.karaf.main.Main");
        return command;
    }

    private static Map<String, String> properties(ContainerSpec spec) {
        ContainerLayout layout = new ContainerLayout(spec.base());
        Map<String, String> properties = new TreeMap<>(spec.settings());
        properties.put("karaf.name", spec.name().replace('/', '-'));
        properties.put("karaf.home", spec.home().toString());
        properties.put("karaf.base", layout.base().toString());
        properties.put("karaf.etc", layout.etc().toString());
        properties.put("karaf.data", layout.data().toString());
        properties.put("karaf.log", layout.logs().toString());
        properties.put("karaf.instances", layout.data().resolve("instances").toString());
        properties.put("karaf.startLocalConsole", "false");
        properties.put("karaf.startRemoteShell", "true");
        properties.put("karaf.restart.jvm.supported", "false");
        properties.put("java.io.tmpdir", layout.temporary().toString());
        properties.put(
                "java.util.logging.config.file",
                layout.etc().resolve("java.util.logging.properties").toString());
        return properties;
    }
}
