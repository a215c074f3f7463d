package org.asterism.launcher.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asterism.launcher.LauncherException;

/** The file while it is written. What cannot be had is noted, and the rest goes in. */
final class BundleZip implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<String> entries = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** Something to put in; may be slow, may fail. */
    @FunctionalInterface
    interface Content {
        String get() throws IOException, InterruptedException, LauncherException;
    }

    /** For its owner's eyes only; a file that is there is not replaced. */
    BundleZip(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        this.zip = new ZipOutputStream(out);
    }

    /** Adds a text, or a note why it is not there. An empty one is left out. */
    void add(String name, Content content) throws IOException, InterruptedException {
        String text;
        try {
            text = content.get();
        } catch (IOException | LauncherException e) {
            missing.add(name + ": " + e.getMessage());
            return;
        }
        if (!text.isEmpty()) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            entries.add(name);
        }
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
