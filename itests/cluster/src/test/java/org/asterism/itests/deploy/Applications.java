package org.asterism.itests.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes files that can be deployed. */
public final class Applications {

    private Applications() {}

    /** A web application that knows nothing of OSGi and tells its version at {@code /version}. */
    public static Path war(Path directory, String name, String version) {
        return war(directory, name, version, List.of(VersionServlet.class));
    }

    /** One that does not start. */
    public static Path brokenWar(Path directory, String name, String version) {
        return war(directory, name, version, List.of(VersionServlet.class, BrokenListener.class));
    }

    private static Path war(Path directory, String name, String version, List<Class<?>> classes) {
        Path file = directory.resolve(name + "-" + version + ".war");
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file), manifest(Map.of()))) {
            add(war, "WEB-INF/version.txt", version.getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                try (InputStream code = type.getResourceAsStream("/" + path)) {
                    add(war, "WEB-INF/classes/" + path, code.readAllBytes());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bundle without anything in it; it lacks a package if one is named. */
    public static Path bundle(Path directory, String name, String version, String imports) {
        Path file = directory.resolve(name + "-" + version + ".jar");
        Map<String, String> headers =
                Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", version);
        Manifest manifest = manifest(headers);
        if (!imports.isEmpty()) {
            manifest.getMainAttributes().putValue("Import-Package", imports);
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            add(jar, "about.txt", name.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A features repository whose only feature, of the same name, has one bundle. */
    public static Path repository(Path directory, String name, String version, Path bundle) {
        String xml = """
                <features name="%s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="%s" version="%s"><bundle>%s</bundle></feature>
                </features>
                """.formatted(name, name, version, bundle.toUri());
        try {
            return Files.writeString(directory.resolve(name + "-features.xml"), xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Map<String, String> headers) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    private static void add(JarOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
