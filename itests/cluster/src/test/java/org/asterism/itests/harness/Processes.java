package org.asterism.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the processes of a cluster by the records below its base, without asking anybody. */
final class Processes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Processes() {}

    static ProcessHandle of(Path base, String name) {
        Path record = record(base, name);
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(record));
            long pid = json.path("pid").asLong();
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new AssertionError(name + " does not run: " + record + " says " + json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path record(Path base, String name) {
        if (name.startsWith("hub")) {
            return base.resolve(name).resolve("process.json");
        }
        int slash = name.indexOf('/');
        return slash < 0
                ? base.resolve("instances").resolve(name).resolve("process.json")
                : base.resolve("instances")
                        .resolve(name.substring(0, slash))
                        .resolve("nodes")
                        .resolve(name.substring(slash + 1))
                        .resolve("node.json");
    }
}
