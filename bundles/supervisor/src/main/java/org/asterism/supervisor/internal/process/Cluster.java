package org.asterism.supervisor.internal.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerSpec;
import org.asterism.container.Role;
import org.asterism.supervisor.NodeSpec;

/**
 * What all nodes of an instance have in common.
 *
 * @param home the distribution
 * @param layout where the files of the cluster are
 * @param settings the settings of the instance that its nodes inherit, such as where the hub is
 */
public record Cluster(Path home, ClusterLayout layout, Map<String, String> settings) {

    private static final String PREFIX = "asterism.";
    private static final String ADVERTISE = "asterism.http.advertise";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> OWN = Set.of(
            "asterism.member.id",
            "asterism.member.kind",
            "asterism.instance",
            "asterism.http.port",
            "asterism.ssh.port",
            "asterism.monitor.port",
            "asterism.debug.port",
            "asterism.dispatcher.host",
            "asterism.dispatcher.port");

    /** Keeps those settings that are meant for the whole cluster. */
    public Cluster {
        Map<String, String> inherited = new TreeMap<>(settings);
        inherited.keySet().removeIf(key -> !key.startsWith(PREFIX) || OWN.contains(key));
        settings = Map.copyOf(inherited);
    }

    /** Where all members of the cluster reach the engine of a node. */
    URI url(NodePorts ports) {
        return URI.create("http://" + settings.getOrDefault(ADVERTISE, LOOPBACK) + ":" + ports.http());
    }

    /** @param options of its JVM before those of the node */
    ContainerSpec container(NodeSpec node, Path base, NodePorts ports, List<String> options) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("asterism.home", home.toString());
        all.put("asterism.cluster.base", layout.base().toString());
        all.put("asterism.member.id", node.id().value());
        all.put("asterism.member.kind", "server-node");
        all.put("asterism.instance", node.instance());
        all.put("asterism.http.port", Integer.toString(ports.http()));
        all.put("asterism.ssh.port", Integer.toString(ports.ssh()));
        all.put("asterism.monitor.port", Integer.toString(ports.monitor()));
        ports.debug().ifPresent(port -> all.put("asterism.debug.port", Integer.toString(port)));
        Map<Path, String> overlays = new LinkedHashMap<>();
        overlays.put(layout.overlay(Role.SERVERNODE), "etc");
        overlays.put(layout.applications(), "deploy");
        return new ContainerSpec(
                node.id().value(), Role.SERVERNODE, home, base, all, jvmOptions(node, ports, options), overlays);
    }

    private static List<String> jvmOptions(NodeSpec node, NodePorts ports, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(node.jvmOptions());
        ports.debug()
                .ifPresent(port ->
                        all.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port));
        return all;
    }
}
