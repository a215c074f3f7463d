package org.asterism.container;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is remembered of a process in {@code process.json}: {@code {"pid":1,"startedAt":2,"ports":{"ssh":3}}}.
 *
 * @param identity which process
 * @param ports the ports it listens on, by name
 */
public record ProcessRecord(ProcessIdentity identity, Map<String, Integer> ports) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_SIZE = 64 * 1024;

    public ProcessRecord {
        ports = Map.copyOf(ports);
    }

    /**
     * Reads a record.
     *
     * @return empty if there is no such file
     * @throws CorruptRecordException if the file is no record
     */
    public static Optional<ProcessRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_SIZE) {
            throw new CorruptRecordException(file, "it is too long", null);
        }
        try {
            return Optional.of(ofJson(file, JSON.readTree(Files.readAllBytes(file))));
        } catch (JacksonException notJson) {
            throw new CorruptRecordException(file, "it is not JSON", notJson);
        }
    }

    /** Replaces the file in one step. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("pid", identity.pid());
        json.put("startedAt", identity.startedAt());
        ObjectNode portsNode = json.putObject("ports");
        new TreeMap<>(ports).forEach(portsNode::put);
        AtomicFile.write(file, JSON.writeValueAsBytes(json));
    }

    private static ProcessRecord ofJson(Path file, JsonNode json) throws CorruptRecordException {
        if (!json.path("pid").canConvertToLong() || !json.path("startedAt").canConvertToLong()) {
            throw new CorruptRecordException(file, "it has no pid and startedAt", null);
        }
        Map<String, Integer> ports = new TreeMap<>();
        for (Map.Entry<String, JsonNode> port : json.path("ports").properties()) {
            ports.put(port.getKey(), port.getValue().asInt());
        }
        return new ProcessRecord(
                new ProcessIdentity(
                        json.path("pid").longValue(), json.path("startedAt").longValue()),
                ports);
    }
}
