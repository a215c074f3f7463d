package org.asterism.hub.internal.http;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.ServiceEntry;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server nodes for a load balancer, version 1: a line for each, sorted by id, of columns that are separated by one tab
 * each. New columns come at the end and need no new version. The text is the same as long as the nodes are.
 */
final class ServerList {

    private static final Logger LOG = LoggerFactory.getLogger(ServerList.class);
    private static final String HEAD = "# asterism-servers 1\n";
    private static final String NONE = "-";
    private static final String UNSAFE = "%, \t\r\n";

    private ServerList() {}

    static String of(ClusterView view) {
        return view.services().stream()
                .filter(service -> service.interfaces().contains(ServerNode.class.getName()))
                .flatMap(service -> node(service).stream())
                .sorted(Comparator.comparing(NodeStatus::id))
                .map(ServerList::line)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static Optional<NodeStatus> node(ServiceEntry service) {
        try {
            return Optional.of(NodeStatus.ofProperties(service.properties()));
        } catch (IllegalArgumentException e) {
            LOG.debug("Service {} of {} describes no server node", service.id(), service.member(), e);
            return Optional.empty();
        }
    }

    private static String line(NodeStatus node) {
        List<String> columns = List.of(
                node.id().value(),
                node.url().map(URI::toString).orElse(NONE),
                node.state().name(),
                Integer.toString(node.weight()),
                node.applications().isEmpty()
                        ? NONE
                        : node.applications().stream().map(ServerList::escaped).collect(Collectors.joining(",")),
                node.instance(),
                node.hosting().name(),
                node.since().map(Instant::toString).orElse(NONE),
                node.reason().isEmpty() ? NONE : escaped(node.reason()));
        return String.join("\t", columns) + "\n";
    }

    /** What would end a column or a path is written as {@code %XX}. */
    private static String escaped(String path) {
        return path.chars()
                .mapToObj(c -> UNSAFE.indexOf(c) < 0 ? Character.toString(c) : "%%%02X".formatted(c))
                .collect(Collectors.joining());
    }
}
