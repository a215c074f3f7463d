package org.asterism.supervisor.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.karaf.main.Main;

/** As much of a distribution as it takes to start {@link Main} as a container. */
final class FakeDistribution {

    private FakeDistribution() {}

    static Path in(Path home) throws IOException {
        Files.createDirectories(home.resolve("etc"));
        Files.createDirectories(home.resolve("roles/servernode/etc"));
        jar(home.resolve("lib/boot/karaf.jar"), Main.class);
        jar(home.resolve("lib/jdk9plus/empty.jar"));
        jar(home.resolve("lib/endorsed/org.apache.karaf.specs.locator-1.jar"));
        jar(home.resolve("lib/endorsed/org.apache.karaf.specs.java.xml-1.jar"));
        return home;
    }

    private static void jar(Path file, Class<?>... classes) throws IOException {
        Files.createDirectories(file.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
                    in.transferTo(jar);
                }
            }
        }
    }
}
