package org.asterism.launcher.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/** Status for programs. The keys are a contract: others may be added, none goes. What is not known is {@code null}. */
public final class StatusJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatusJson() {}

    /** As JSON, indented. */
    public static String of(ClusterStatus status) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        json.put("base", status.base().toString());
        json.put("portOffset", status.portOffset());
        hub(json.putObject("hub"), status.hub());
        ArrayNode hubs = json.putArray("hubs");
        status.hubs().forEach(hub -> hub(hubs.addObject(), hub));
        database(json.putObject("database"), status.database());
        json.putArray("members").addAll(status.members());
        json.putArray("services").addAll(status.services());
        ArrayNode instances = json.putArray("instances");
        status.instances().forEach(instance -> instance(instances.addObject(), instance));
        ObjectNode monitors = json.putObject("monitors");
        status.monitors().forEach(monitors::put);
        ArrayNode problems = json.putArray("problems");
        status.problems().forEach(problems::add);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static void hub(ObjectNode json, ClusterStatus.Hub hub) {
        json.put("name", hub.name());
        json.put("state", hub.state().name());
        json.put("role", hub.role().isEmpty() ? null : hub.role());
        put(json, "epoch", hub.epoch());
        put(json, "revision", hub.revision());
        json.put("warming", hub.warming());
        json.put("url", hub.url());
        json.put("page", hub.page());
        put(json, "pid", hub.pid());
    }

    private static void database(ObjectNode json, ClusterStatus.Database database) {
        json.put("state", database.state().name());
        json.put("kind", database.kind());
        json.put("url", database.url());
        put(json, "pid", database.pid());
    }

    private static void instance(ObjectNode json, ClusterStatus.Instance instance) {
        json.put("name", instance.name());
        json.put("state", instance.state().name());
        put(json, "pid", instance.pid());
        json.put("dispatcher", instance.dispatcher());
        ArrayNode nodes = json.putArray("nodes");
        instance.nodes().forEach(node -> node(nodes.addObject(), node));
    }

    private static void node(ObjectNode json, ClusterStatus.Node node) {
        json.put("id", node.id());
        json.put("state", node.state());
        json.put("reason", node.reason());
        put(json, "pid", node.pid());
        json.put("url", node.url().isEmpty() ? null : node.url());
        json.put("restarts", node.restarts());
        json.put("hosting", node.hosting().toString());
        ArrayNode applications = json.putArray("applications");
        node.applications().forEach(applications::add);
    }

    private static void put(ObjectNode json, String key, OptionalLong value) {
        if (value.isPresent()) {
            json.put(key, value.getAsLong());
        } else {
            json.putNull(key);
        }
    }
}
