package org.asterism.shell.internal;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asterism.servernode.NodeStatus;

/**
 * The server nodes.
 *
 * @param nodes sorted by id
 */
public record NodeListing(List<NodeStatus> nodes) implements Report {

    /** With a sorted copy of the list. */
    public NodeListing {
        nodes = nodes.stream().sorted(Comparator.comparing(NodeStatus::id)).toList();
    }

    @Override
    public String text() {
        TextTable table = new TextTable(
                "ID", "STATE", "SINCE", "HOSTING", "PID", "RESTARTS", "WEIGHT", "URL", "APPLICATIONS", "REASON");
        for (NodeStatus node : nodes) {
            table.row(
                    node.id(),
                    node.state(),
                    since(node).orElse("-"),
                    hosting(node),
                    node.pid() == 0 ? "-" : Long.toString(node.pid()),
                    node.restarts(),
                    node.weight(),
                    node.url().map(URI::toString).orElse("-"),
                    node.applications().isEmpty() ? "-" : String.join(" ", node.applications()),
                    reason(node));
        }
        return table.toString();
    }

    @Override
    public Object document() {
        return nodes.stream().map(NodeListing::document).toList();
    }

    private static Map<String, Object> document(NodeStatus node) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", node.id().value());
        document.put("instance", node.instance());
        document.put("state", node.state().name());
        document.put("reason", node.reason());
        document.put("since", node.since().map(Instant::toString).orElse(null));
        document.put("debug", node.debug().orElse(null));
        document.put("hosting", hosting(node));
        document.put("pid", node.pid());
        document.put("url", node.url().map(URI::toString).orElse(null));
        document.put("restarts", node.restarts());
        document.put("weight", node.weight());
        document.put("applications", node.applications());
        return document;
    }

    private static Optional<String> since(NodeStatus node) {
        return node.since().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String reason(NodeStatus node) {
        return node.debug()
                .map(address -> node.reason() + (node.reason().isEmpty() ? "" : "; ") + "debugger: " + address)
                .orElse(node.reason());
    }

    private static String hosting(NodeStatus node) {
        return node.hosting().name().toLowerCase(Locale.ROOT);
    }
}
