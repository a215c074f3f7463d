package org.asterism.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A distribution with the layout of the real one and {@link org.apache.karaf.main.Main} in the place of Karaf. */
record FakeDistribution(Path home) {

    static FakeDistribution in(Path directory) throws IOException {
        FakeDistribution distribution = new FakeDistribution(directory.resolve("home"));
        distribution.jar("lib/boot/org.apache.karaf.main-0.jar", List.of("org/apache/karaf/main/Main.class"));
        distribution.jar("lib/jdk9plus/more-0.jar", List.of());
        distribution.jar("lib/endorsed/org.apache.karaf.specs.locator-0.jar", List.of());
        distribution.jar("lib/endorsed/org.apache.karaf.specs.java.xml-0.jar", List.of());
        distribution.jar("lib/endorsed/org.apache.karaf.specs.java.xml.ws-0.jar", List.of());
        distribution.file("etc/system.properties", "karaf.name = root\n");
        distribution.file("etc/java.util.logging.properties", "");
        distribution.file("etc/scripts/a.script", "common");
        distribution.file("roles/hub/etc/org.asterism.hub.cfg", "port = ${asterism.hub.port}\n");
        return distribution;
    }

    ContainerSpec hub(Path base) {
        return hub(base, Map.of());
    }

    ContainerSpec hub(Path base, Map<Path, String> overlays) {
        return new ContainerSpec(
                "hub",
                Role.HUB,
                home,
                base,
                Map.of("asterism.member.id", "hub", "asterism.hub.port", "12345", "asterism.ssh.port", "23456"),
                List.of("-Xms16m", "-Xmx32m"),
                overlays);
    }

    void file(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void jar(String name, List<String> classes) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/"));
            for (String type : classes) {
                jar.putNextEntry(new JarEntry(type));
                try (InputStream in = FakeDistribution.class.getResourceAsStream("/" + type)) {
                    in.transferTo(jar);
                }
            }
        }
    }
}
