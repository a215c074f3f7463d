package org.asterism.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code asterism status --json} said. */
public record Status(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Status parse(String text) {
        try {
            return new Status(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    public String hubState() {
        return json.at("/hub/state").asText();
    }

    public long epoch() {
        return json.at("/hub/epoch").asLong();
    }

    public long hubPid() {
        return json.at("/hub/pid").asLong();
    }

    /** Instance name → process id. */
    public SortedMap<String, Long> instancePids() {
        TreeMap<String, Long> pids = new TreeMap<>();
        stream(json.get("instances"))
                .forEach(instance -> pids.put(
                        instance.get("name").asText(), instance.get("pid").asLong()));
        return pids;
    }

    /** Ids of the members that are UP, sorted. */
    public List<String> membersUp() {
        return stream(json.get("members"))
                .filter(member -> member.get("state").asText().equals("UP"))
                .map(member -> member.get("id").asText())
                .sorted()
                .toList();
    }

    /** Member id → incarnation. */
    public SortedMap<String, String> incarnations() {
        TreeMap<String, String> incarnations = new TreeMap<>();
        stream(json.get("members"))
                .forEach(member -> incarnations.put(
                        member.get("id").asText(), member.get("incarnation").asText()));
        return incarnations;
    }

    /** {@code interface @ member} for every entry of the service list, sorted. */
    public List<String> services() {
        return stream(json.get("services"))
                .flatMap(service -> stream(service.get("interfaces"))
                        .map(name ->
                                name.asText() + " @ " + service.get("member").asText()))
                .sorted()
                .toList();
    }

    public Stream<JsonNode> nodes() {
        return stream(json.get("instances")).flatMap(instance -> stream(instance.get("nodes")));
    }

    public Optional<JsonNode> node(String id) {
        return nodes().filter(node -> node.get("id").asText().equals(id)).findFirst();
    }

    /** Node id → process id. */
    public SortedMap<String, Long> nodePids() {
        TreeMap<String, Long> pids = new TreeMap<>();
        nodes().forEach(node ->
                pids.put(node.get("id").asText(), node.get("pid").asLong()));
        return pids;
    }

    /** Every instance that has nodes, and every node, is UP in the launcher's eyes, and every node has the application. */
    public boolean serves(String application) {
        return stream(json.get("instances"))
                        .allMatch(instance -> instance.get("nodes").isEmpty() || isUp(instance))
                && nodes().allMatch(node -> isUp(node) && has(node, application));
    }

    private static boolean isUp(JsonNode part) {
        return part.get("state").asText().equals("UP");
    }

    private static boolean has(JsonNode node, String application) {
        return stream(node.get("applications")).anyMatch(path -> path.asText().equals(application));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array == null ? Stream.empty() : StreamSupport.stream(array.spliterator(), false);
    }
}
