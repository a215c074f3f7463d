package org.asterism.servernode.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server nodes of an instance as its {@code etc} says: {@code org.asterism.servernode-1.cfg} and so on. Karaf watches that directory,
 * so a file that comes or goes is a node that does; and the launcher counts them.
 */
public final class NodeFiles {

    private static final Pattern NAME = Pattern.compile("org\\.asterism\\.servernode-([1-9][0-9]{0,3})\\.cfg");

    private final Path etc;

    /** In this directory. */
    public NodeFiles(Path etc) {
        this.etc = etc;
    }

    /** Their numbers, sorted. */
    public List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    numbers.add(Integer.valueOf(name.group(1)));
                }
            }
        }
        numbers.sort(null);
        return numbers;
    }

    /** Adds a node that runs as the first one does; nothing else is taken over. */
    public void add(int number) throws IOException {
        String text = "number = " + number + "\nhosting = " + hosting() + "\n";
        Path written = Files.createTempFile(etc, ".servernode", ".tmp");
        Files.write(written, text.getBytes(StandardCharsets.US_ASCII));
        Files.move(written, file(number), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a node. */
    public void remove(int number) throws IOException {
        Files.deleteIfExists(file(number));
    }

    private String hosting() throws IOException {
        Properties first = new Properties();
        if (Files.exists(file(1))) {
            try (var reader = Files.newBufferedReader(file(1))) {
                first.load(reader);
            }
        }
        return first.getProperty("hosting", "process").strip();
    }

    private Path file(int number) {
        return etc.resolve("org.asterism.servernode-" + number + ".cfg");
    }
}
