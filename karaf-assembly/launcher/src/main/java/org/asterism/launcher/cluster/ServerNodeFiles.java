package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;
import org.asterism.container.AtomicFile;

/** The configuration of an instance's server nodes: one file each, {@code etc/org.asterism.servernode-1.cfg}. */
final class ServerNodeFiles {

    private static final String PREFIX = "org.asterism.servernode-";

    private ServerNodeFiles() {}

    /** Writes those that are missing, drops those that are too many, leaves alone what else someone put in them. */
    static void write(Path etc, InstanceEntry instance) throws IOException {
        Files.createDirectories(etc);
        for (int number = 1; number <= instance.nodes(); number++) {
            Path file = etc.resolve(PREFIX + number + ".cfg");
            if (!says(file, number, instance.hosting())) {
                String content = "number = " + number + "\nhosting = " + instance.hosting() + "\n";
                AtomicFile.write(file, content.getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, PREFIX + "*.cfg")) {
            for (Path file : files) {
                if (number(file) > instance.nodes()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** How many there are, which changes also while the instance runs; empty before there are any. */
    static OptionalInt count(Path etc) throws IOException {
        if (!Files.isDirectory(etc)) {
            return OptionalInt.empty();
        }
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, PREFIX + "*.cfg")) {
            for (Path file : files) {
                count += number(file) > 0 ? 1 : 0;
            }
        }
        return OptionalInt.of(count);
    }

    private static boolean says(Path file, int number, Hosting hosting) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Integer.toString(number)
                        .equals(properties.getProperty("number", "").strip())
                && hosting.toString()
                        .equalsIgnoreCase(properties.getProperty("hosting", "").strip());
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        String number = name.substring(PREFIX.length(), name.length() - ".cfg".length());
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
    }
}
