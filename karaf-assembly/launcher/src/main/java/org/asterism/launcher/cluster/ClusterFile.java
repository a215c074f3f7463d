package org.asterism.launcher.cluster;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.asterism.container.AtomicFile;
import org.asterism.launcher.LauncherException;

/**
 * What is remembered of a cluster in {@code cluster.json}.
 *
 * @param portOffset what is added to each base port
 * @param hubs how many hubs there are, one of them active; 0 if there is one alone
 * @param instances in the order of their creation
 */
public record ClusterFile(int portOffset, int hubs, List<InstanceEntry> instances) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public ClusterFile {
        instances = List.copyOf(instances);
    }

    /** With one hub alone. */
    public ClusterFile(int portOffset, List<InstanceEntry> instances) {
        this(portOffset, 0, instances);
    }

    /** Whether hubs arbitrate which one is active. */
    public boolean hasStandby() {
        return hubs > 0;
    }

    /** The numbers of the hubs, from 1. */
    public List<Integer> hubNumbers() {
        return IntStream.rangeClosed(1, Math.max(1, hubs)).boxed().toList();
    }

    /** The same with so many hubs that arbitrate, or more if there are. */
    public ClusterFile withHubs(int number) {
        return new ClusterFile(portOffset, Math.max(hubs, number), instances);
    }

    /** The instance of that name. */
    public Optional<InstanceEntry> instance(String name) {
        return instances.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The same with an instance added or replaced; it keeps its number. */
    public ClusterFile with(String name, int nodes, Hosting hosting) {
        List<InstanceEntry> changed = new ArrayList<>(instances);
        Optional<InstanceEntry> known = instance(name);
        int number = known.map(InstanceEntry::number)
                .orElse(instances.stream().mapToInt(InstanceEntry::number).max().orElse(0) + 1);
        InstanceEntry entry = new InstanceEntry(name, number, nodes, hosting);
        if (known.isPresent()) {
            changed.set(instances.indexOf(known.get()), entry);
        } else {
            changed.add(entry);
        }
        return new ClusterFile(portOffset, hubs, changed);
    }

    /** Empty if there is no such file. */
    static Optional<ClusterFile> read(Path file) throws IOException, LauncherException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ofJson(JSON.readTree(Files.readAllBytes(file))));
        } catch (JacksonException | IllegalArgumentException damaged) {
            throw new LauncherException(
                    "the file " + file + " is damaged; repair it, for example {\"portOffset\":0,\"instances\":"
                            + "[{\"name\":\"a\",\"number\":1,\"nodes\":2,\"hosting\":\"process\"}]}",
                    damaged);
        }
    }

    void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("portOffset", portOffset);
        if (hasStandby()) {
            json.put("hubs", hubs);
        }
        var list = json.putArray("instances");
        for (InstanceEntry instance : instances) {
            list.addObject()
                    .put("name", instance.name())
                    .put("number", instance.number())
                    .put("nodes", instance.nodes())
                    .put("hosting", instance.hosting().toString());
        }
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static ClusterFile ofJson(JsonNode json) {
        List<InstanceEntry> instances = new ArrayList<>();
        for (JsonNode entry : required(json, "instances")) {
            instances.add(new InstanceEntry(
                    Target.instanceName(required(entry, "name").asText()),
                    number(entry, "number"),
                    number(entry, "nodes"),
                    Hosting.valueOf(required(entry, "hosting").asText().toUpperCase(Locale.ROOT))));
        }
        int hubs = json.has("hubs") ? number(json, "hubs") : 0;
        if (hubs > ClusterPorts.MAX_HUBS) {
            throw new IllegalArgumentException("there are too many hubs");
        }
        return new ClusterFile(number(json, "portOffset"), hubs, instances);
    }

    private static int number(JsonNode json, String key) {
        JsonNode value = required(json, key);
        if (!value.canConvertToInt() || value.intValue() < 0) {
            throw new IllegalArgumentException(key + " is no number");
        }
        return value.intValue();
    }

    private static JsonNode required(JsonNode json, String key) {
        JsonNode value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
