package org.asterism.itests.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.asterism.cluster.ClusterService;

/** Writes down when it begins and ends to be active. */
public final class Beacon {

    private final Path file;
    private final String node;

    /** Begins. */
    public Beacon(ClusterService cluster, Map<String, Object> properties) throws IOException {
        this.file = Path.of(properties.get("file").toString());
        this.node = cluster.self().value();
        write("+" + node);
    }

    /** Ends. */
    public void deactivate() throws IOException {
        write("-" + node);
    }

    /** Lines are so short that they are written in one piece. */
    private void write(String line) throws IOException {
        Files.write(
                file,
                (line + "\n").getBytes(UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }
}
