package org.asterism.supervisor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.servernode.NodeStatus;

/**
 * What is written about a server node to {@code node.json}, for those who look while there is no hub, and for the next life
 * of the instance.
 *
 * @param status how it is
 * @param startedAt when its process started, in milliseconds since 1970 UTC; 0 if there is no process
 * @param incarnation what its process called itself when it was ready last; empty if it never was
 */
public record NodeRecord(NodeStatus status, long startedAt, String incarnation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_SIZE = 64 * 1024;

    /** Where the record of a node is in the directory of its cluster. */
    public static Path file(Path clusterBase, NodeSpec node) {
        return new ClusterLayout(clusterBase).nodeRecord(node.instance(), node.number());
    }

    /** Replaces the file in one step. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", status.id().value());
        json.put("state", status.state().name());
        json.put("reason", status.reason());
        json.put("hosting", status.hosting().name().toLowerCase(Locale.ROOT));
        json.put("pid", status.pid());
        json.put("startedAt", startedAt);
        json.put("incarnation", incarnation);
        json.put("url", status.url().map(URI::toString).orElse(null));
        json.put("restarts", status.restarts());
        json.put("since", status.since().map(Instant::toString).orElse(null));
        json.put("debug", status.debug().orElse(null));
        status.applications().forEach(json.putArray("applications")::add);
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /**
     * Which process was recorded, and what it called itself.
     *
     * @return empty if there is no such file
     * @throws IOException if it cannot be read or the file is no record
     */
    public static Optional<RecordedProcess> readProcess(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_SIZE) {
            throw new IOException(file + " is too long");
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new RecordedProcess(
                    json.path("pid").asLong(),
                    json.path("startedAt").asLong(),
                    json.path("incarnation").asText()));
        } catch (JacksonException notJson) {
            throw new IOException(file + " is not JSON", notJson);
        }
    }

    /** The process of a recorded node. */
    public record RecordedProcess(long pid, long startedAt, String incarnation) {}
}
