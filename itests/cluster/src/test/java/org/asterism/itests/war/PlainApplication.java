package org.asterism.itests.war;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs the web application. */
public final class PlainApplication {

    private static final Path LIBRARIES = Path.of(System.getProperty("asterism.war.libraries"));
    private static final Path CONTENT = Path.of("src/test/war");
    private static final List<Class<?>> CLASSES = List.of(
            Catalogue.class,
            CatalogueListener.class,
            CountingFilter.class,
            EchoEndpoint.class,
            UploadServlet.class,
            UploadServlet.Upload.class);

    private PlainApplication() {}

    /** Writes it beside the file first, so that nobody sees half of it. */
    public static void writeTo(Path file) throws IOException {
        Path half = Files.createTempFile("asterism", ".war");
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(half), manifest())) {
            addAll(war, CONTENT, "");
            addAll(war, LIBRARIES, "WEB-INF/lib/");
            for (Class<?> type : CLASSES) {
                addClass(war, type);
            }
        }
        Files.move(half, file);
    }

    static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    static void addClass(JarOutputStream war, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream code = type.getResourceAsStream("/" + name)) {
            add(war, "WEB-INF/classes/" + name, code);
        }
    }

    private static void addAll(JarOutputStream war, Path directory, String prefix) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                try (InputStream content = Files.newInputStream(file)) {
                    add(war, prefix + file.getFileName(), content);
                }
            }
        }
    }

    private static void add(JarOutputStream war, String name, InputStream content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        content.transferTo(war);
        war.closeEntry();
    }
}
