package org.asterism.launcher.cluster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerSpec;
import org.asterism.container.ContainerStartException;
import org.asterism.container.FreePorts;
import org.asterism.container.Role;

/** Says how the containers of a cluster are to be started. */
final class Containers {

    private final Cluster cluster;
    private final ClusterLayout layout;
    private final Network network;

    Containers(Cluster cluster, Network network) {
        this.cluster = cluster;
        this.network = network;
        this.layout = cluster.layout();
    }

    ContainerSpec hub(Target.Hub hub) throws ContainerStartException {
        Map<String, String> settings = common(hub.name());
        settings.put("asterism.hub.host", network.listen());
        settings.put("asterism.hub.port", Integer.toString(cluster.ports().hub(hub.number())));
        settings.put("asterism.hub.http.port", Integer.toString(cluster.ports().hubHttp(hub.number())));
        settings.put("asterism.monitor.port", Integer.toString(cluster.ports().hubMonitor(hub.number())));
        settings.put("asterism.hub.standby", Boolean.toString(cluster.file().hasStandby()));
        return new ContainerSpec(
                hub.name(),
                Role.HUB,
                cluster.home(),
                cluster.hub(hub.number()).base(),
                settings,
                List.of(),
                overlays());
    }

    /** With standby a hub needs the database as well. */
    private Map<Path, String> overlays() {
        Map<Path, String> overlays = new LinkedHashMap<>();
        if (cluster.file().hasStandby()) {
            overlays.put(cluster.home().resolve("roles").resolve("standby").resolve("etc"), "etc");
        }
        overlays.put(layout.overlay(Role.HUB), "etc");
        return overlays;
    }

    ContainerSpec instance(InstanceEntry instance) throws ContainerStartException {
        Map<String, String> settings = common(instance.name());
        settings.put("asterism.member.kind", "instance");
        settings.put("asterism.instance", instance.name());
        settings.put("asterism.dispatcher.host", network.listen());
        settings.put(
                "asterism.dispatcher.port", Integer.toString(cluster.ports().dispatcher(instance.number())));
        settings.put("asterism.monitor.port", Integer.toString(cluster.ports().monitor(instance.number())));
        settings.put("asterism.http.port", Integer.toString(FreePorts.next()));
        return new ContainerSpec(
                instance.name(),
                Role.INSTANCE,
                cluster.home(),
                layout.instance(instance.name()).base(),
                settings,
                List.of(),
                overlays(instance));
    }

    /** With embedded hosting the instance is a server node as well. */
    private Map<Path, String> overlays(InstanceEntry instance) {
        Map<Path, String> overlays = new LinkedHashMap<>();
        if (instance.hosting() == Hosting.EMBEDDED) {
            overlays.put(cluster.home().resolve("roles").resolve("embedded").resolve("etc"), "etc");
            overlays.put(layout.overlay(Role.SERVERNODE), "etc");
            overlays.put(layout.applications(), "deploy");
        }
        overlays.put(layout.overlay(Role.INSTANCE), "etc");
        return overlays;
    }

    private Map<String, String> common(String member) throws ContainerStartException {
        Map<String, String> settings = new TreeMap<>(network.settings());
        settings.put("asterism.home", cluster.home().toString());
        settings.put("asterism.cluster.base", layout.base().toString());
        settings.put("asterism.member.id", member);
        settings.put("asterism.secret.file", layout.clusterSecret().toString());
        settings.put("asterism.hub.url", network.hubs().orElse(String.join(",", cluster.hubUrls())));
        settings.put("asterism.ssh.port", Integer.toString(FreePorts.next()));
        return settings;
    }
}
