package org.asterism.deploying.internal.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.asterism.deploying.internal.Deployed;

/** Remembers from which files what was deployed, for the next life of the container. */
public record DeployedFiles(Path path) {

    /** Nothing if there is no file. */
    public Map<String, Deployed> read() throws IOException {
        Map<String, Deployed> deployed = new TreeMap<>();
        if (!Files.exists(path)) {
            return deployed;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, UTF_8)) {
            properties.load(reader);
        }
        for (String file : properties.stringPropertyNames()) {
            deployed.put(file, parsed(properties.getProperty(file)));
        }
        return deployed;
    }

    private Deployed parsed(String line) throws IOException {
        try {
            return Deployed.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    path + " is damaged: " + e.getMessage() + "; remove it, then the files are deployed anew", e);
        }
    }

    /** All or nothing is written. */
    public void write(Map<String, Deployed> deployed) throws IOException {
        Properties properties = new Properties();
        deployed.forEach((file, what) -> properties.setProperty(file, what.toLine()));
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (Writer writer = Files.newBufferedWriter(part, UTF_8)) {
            properties.store(writer, "what was deployed from which file");
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
