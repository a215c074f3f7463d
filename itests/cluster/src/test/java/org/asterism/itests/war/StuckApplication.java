package org.asterism.itests.war;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;

/** Packs a web application whose requests are stuck until somebody says otherwise. */
public final class StuckApplication {

    private StuckApplication() {}

    /** Writes it beside the file first, so that nobody sees half of it. */
    public static void writeTo(Path file) throws IOException {
        Path half = Files.createTempFile("asterism", ".war");
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(half), PlainApplication.manifest())) {
            PlainApplication.addClass(war, StuckServlet.class);
        }
        Files.move(half, file);
    }
}
