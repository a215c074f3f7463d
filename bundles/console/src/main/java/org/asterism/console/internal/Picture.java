package org.asterism.console.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.documents.ViewDocument;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;

/**
 * The cluster of one moment as the page draws it: the hub, the instances around it, their server nodes around them, and the clients.
 * Made of a view alone, so that the past is drawn like the present; what only the present has (connections, load) is added to it.
 */
public final class Picture {

    private static final String NODE = ServerNode.class.getName();

    private Picture() {}

    /** As it was: nobody knows any more how busy they were. */
    public static Map<String, Object> of(ClusterView view) {
        return of(view, Loads.NONE);
    }

    /** As a document: {@code instances} with their {@code nodes}, {@code clients}, and the two lists. */
    public static Map<String, Object> of(ClusterView view, Loads loads) {
        Map<String, Object> picture = ViewDocument.head(view);
        picture.put("instances", instances(view, loads));
        picture.put("clients", clients(view));
        picture.put("members", ViewDocument.members(view));
        picture.put("services", ViewDocument.services(view));
        return picture;
    }

    private static List<Map<String, Object>> instances(ClusterView view, Loads loads) {
        Map<String, Map<String, Object>> instances = new TreeMap<>();
        view.members().forEach(member -> member.instance().ifPresent(name -> known(instances, name, member)));
        for (ServiceEntry service : view.services()) {
            status(service)
                    .ifPresent(node -> nodes(known(instances, node.instance())).add(node(node, view)));
        }
        view.members().stream()
                .filter(member -> member.kind() == MemberKind.SERVER_NODE)
                .forEach(member -> alone(instances, member));
        instances.values().forEach(instance -> {
            nodes(instance).sort(Comparator.comparing(node -> String.valueOf(node.get("id"))));
            loads.addTo(instance);
            nodes(instance).forEach(loads::addTo);
        });
        return List.copyOf(instances.values());
    }

    /** A server node whose instance is away: it tells of itself that it lives, and nobody tells more. */
    private static void alone(Map<String, Map<String, Object>> instances, Member member) {
        List<Map<String, Object>> nodes =
                nodes(known(instances, member.instance().orElseThrow()));
        String id = member.id().value();
        if (nodes.stream().noneMatch(node -> node.get("id").equals(id))) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", id);
            document.put(
                    "state",
                    member.state() == MemberState.JOINING
                            ? "STARTING"
                            : member.state().name());
            document.put("reason", "its instance is away");
            document.put("pid", member.pid());
            document.put("applications", List.of());
            document.put("linked", true);
            nodes.add(document);
        }
    }

    /** Empty also if a member of another version tells of a node in a way that is not understood here. */
    private static Optional<NodeStatus> status(ServiceEntry service) {
        if (!service.interfaces().contains(NODE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(NodeStatus.ofProperties(service.properties()));
        } catch (IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }

    private static void known(Map<String, Map<String, Object>> instances, String name, Member member) {
        Map<String, Object> instance = known(instances, name);
        if (member.id().value().equals(name)) {
            instance.put("state", member.state().name());
            instance.put("host", member.host());
            instance.put("version", member.version());
        }
    }

    private static Map<String, Object> known(Map<String, Map<String, Object>> instances, String name) {
        return instances.computeIfAbsent(name, id -> {
            Map<String, Object> instance = new LinkedHashMap<>();
            instance.put("id", id);
            instance.put("state", "AWAY");
            instance.put("nodes", new ArrayList<Map<String, Object>>());
            return instance;
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> nodes(Map<String, Object> instance) {
        return (List<Map<String, Object>>) instance.get("nodes");
    }

    private static Map<String, Object> node(NodeStatus node, ClusterView view) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", node.id().value());
        document.put("state", node.state().name());
        document.put("reason", node.reason());
        document.put("url", node.url().map(Object::toString).orElse(null));
        document.put("pid", node.pid());
        document.put("restarts", node.restarts());
        document.put("weight", node.weight());
        document.put("applications", node.applications());
        document.put("hosting", node.hosting().name());
        document.put("linked", view.member(node.id()).isPresent());
        return document;
    }

    private static List<Map<String, Object>> clients(ClusterView view) {
        return view.members().stream()
                .filter(member -> member.instance().isEmpty())
                .map(ViewDocument::member)
                .toList();
    }
}
