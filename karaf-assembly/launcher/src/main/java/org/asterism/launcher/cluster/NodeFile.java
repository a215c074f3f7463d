package org.asterism.launcher.cluster;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.container.ProcessIdentity;
import org.asterism.launcher.LauncherException;

/**
 * What the supervisor of an instance tells of a server node in {@code node.json}.
 *
 * @param state such as {@code UP}
 * @param reason why; may be empty
 * @param identity its process, if it has one
 * @param url where it listens; may be empty
 * @param restarts how often it was started again
 * @param applications the context paths it serves
 */
public record NodeFile(
        String state,
        String reason,
        Optional<ProcessIdentity> identity,
        String url,
        int restarts,
        List<String> applications) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public NodeFile {
        applications = List.copyOf(applications);
    }

    /** Empty if there is no such file. */
    public static Optional<NodeFile> read(Path file) throws IOException, LauncherException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw new LauncherException("the file " + file + " is damaged; its instance writes it anew");
            }
            return Optional.of(ofJson(json));
        } catch (JacksonException e) {
            throw new LauncherException("the file " + file + " is damaged; its instance writes it anew", e);
        }
    }

    /** Whether it says that the node is up, and its process is alive. */
    public boolean isUp() {
        return state.equals("UP") && isAlive();
    }

    /** Whether its process is alive. */
    public boolean isAlive() {
        return identity.filter(ProcessIdentity::isAlive).isPresent();
    }

    private static NodeFile ofJson(JsonNode json) {
        List<String> applications = new ArrayList<>();
        json.path("applications").forEach(application -> applications.add(application.asText()));
        long pid = json.path("pid").asLong();
        return new NodeFile(
                json.path("state").asText("UNKNOWN"),
                json.path("reason").asText(""),
                pid > 0
                        ? Optional.of(
                                new ProcessIdentity(pid, json.path("startedAt").asLong()))
                        : Optional.empty(),
                json.path("url").asText(""),
                json.path("restarts").asInt(),
                applications);
    }
}
