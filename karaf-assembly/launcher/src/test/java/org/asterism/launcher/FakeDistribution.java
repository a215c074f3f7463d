package org.asterism.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.asterism.container.FreePorts;
import org.asterism.container.ProcessIdentity;

/** A distribution with the layout of the real one, and {@link org.apache.karaf.main.Main} in the place of Karaf. */
public final class FakeDistribution {

    private FakeDistribution() {}

    /** Makes one; returns its home. */
    public static Path in(Path directory) throws IOException {
        Path home = directory.resolve("home");
        jar(home.resolve("lib/boot/main.jar"), List.of("org/apache/karaf/main/Main.class"));
        jar(home.resolve("lib/endorsed/org.apache.karaf.specs.locator-0.jar"), List.of());
        jar(home.resolve("lib/endorsed/org.apache.karaf.specs.java.xml-0.jar"), List.of());
        Files.createDirectories(home.resolve("lib/jdk9plus"));
        for (Class<?> library : List.of(
                ProcessIdentity.class,
                com.fasterxml.jackson.databind.ObjectMapper.class,
                com.fasterxml.jackson.core.JsonParser.class,
                com.fasterxml.jackson.annotation.JsonInclude.class)) {
            library(home, library);
        }
        for (String directories :
                List.of("etc", "roles/hub/etc", "roles/instance/etc", "roles/servernode/etc", "roles/standby/etc")) {
            Files.createDirectories(home.resolve(directories));
        }
        jar(home.resolve("samples/shop.jar"), List.of());
        return home;
    }

    /** An offset at which all ports of a small cluster are free. */
    public static int freeOffset() {
        return new Random()
                .ints(1, 3900)
                .limit(1000)
                .filter(offset -> Stream.of(8080, 8081, 8082, 8180, 8181, 8182, 9092, 61616, 61617, 61618)
                        .allMatch(port -> FreePorts.isFree(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    /** Where the class is from: a jar is linked, a directory of classes becomes a jar. */
    private static void library(Path home, Class<?> type) throws IOException {
        Path source = Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path jar = home.resolve("lib/jdk9plus").resolve(type.getSimpleName() + ".jar");
        if (Files.isRegularFile(source)) {
            Files.copy(source, jar);
            return;
        }
        try (Stream<Path> classes = Files.walk(source)) {
            jar(
                    jar,
                    classes.filter(Files::isRegularFile)
                            .map(file -> source.relativize(file).toString())
                            .filter(name -> name.endsWith(".class"))
                            .toList());
        }
    }

    private static void jar(Path file, List<String> classes) throws IOException {
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
