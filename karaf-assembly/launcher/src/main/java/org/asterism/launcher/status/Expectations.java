package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.cluster.NodeFile;
import org.asterism.launcher.cluster.PortCheck;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.status.Awaited.Answer;

/** What has to be true of a part of the cluster for it to be up. */
public final class Expectations {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(5);

    private final Cluster cluster;

    /** In a cluster that has the parts already. */
    public Expectations(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The part itself, and the server nodes of an instance. */
    public List<Awaited> of(Launched part) throws LauncherException {
        if (part.target() instanceof Target.Hub hub) {
            return List.of(awaited(part, () -> hub(hub, part.identity())));
        }
        if (part.target() instanceof Target.Instance instance) {
            return instance(part, cluster.instance(instance.name()));
        }
        return List.of(awaited(part, () -> open(cluster.ports().database(), "")));
    }

    /** That the hub lists all instances of the cluster and their server nodes as up. */
    public Awaited everyone(ProcessIdentity hub) {
        return members(hub, cluster.file().instances());
    }

    /** That the hub lists an instance and its server nodes as up; nothing if there is no hub. */
    public Optional<Awaited> members(InstanceEntry instance) throws IOException {
        for (int number : cluster.file().hubNumbers()) {
            Optional<ProcessRecord> hub = ContainerStarter.running(cluster.hub(number));
            if (hub.isPresent()) {
                return hub.map(record -> members(record.identity(), List.of(instance)));
            }
        }
        return Optional.empty();
    }

    /** That an application answers on every server node and through every dispatcher. */
    public Awaited application(String name, String path, Launched any) {
        ApplicationProbe probe = new ApplicationProbe(this::servers, path, PAGE_TIMEOUT);
        return new Awaited(name, any.identity(), any.layout(), probe::ask);
    }

    /** Server nodes first: a dispatcher has nothing to hand on before. */
    private Set<String> servers() {
        Set<String> servers = new LinkedHashSet<>();
        Problems unread = new Problems();
        for (InstanceEntry instance : cluster.file().instances()) {
            new NodeReader(cluster.layout(), unread).read(instance).forEach(node -> servers.add(node.url()));
        }
        cluster.file()
                .instances()
                .forEach(instance -> servers.add(cluster.ports().dispatcherUrl(instance.number())));
        return servers;
    }

    private Awaited members(ProcessIdentity hub, List<InstanceEntry> instances) {
        List<String> expected = instances.stream()
                .flatMap(instance -> instance.members().stream())
                .toList();
        return new Awaited("members", hub, cluster.hub(1), () -> listed(expected));
    }

    private List<Awaited> instance(Launched part, InstanceEntry instance) {
        List<Awaited> all = new ArrayList<>();
        String url = cluster.ports().dispatcherUrl(instance.number());
        all.add(awaited(part, () -> open(cluster.ports().dispatcher(instance.number()), url)));
        for (int number = 1; number <= instance.nodes(); number++) {
            String name = instance.name() + "/" + number;
            var record = cluster.layout().nodeRecord(instance.name(), number);
            ContainerLayout layout = cluster.layout().node(instance.name(), number);
            all.add(new Awaited(name, part.identity(), layout, () -> node(record, part.identity())));
        }
        return all;
    }

    private static Awaited awaited(Launched part, Awaited.Probe probe) {
        return new Awaited(part.target().name(), part.identity(), part.layout(), probe);
    }

    private Answer hub(Target.Hub hub, ProcessIdentity identity) {
        int port = cluster.ports().hubHttp(hub.number());
        return new HubPage(port).ask(TIMEOUT).map(Expectations::hub).orElseGet(() -> PortCheck.other(
                        port, identity.pid())
                .map(owner -> Answer.refused("port " + port + " of its page is in use by " + owner + ": stop that"))
                .orElseGet(Answer::starting));
    }

    /** A standby is up if it knows who is active. */
    private static Answer hub(JsonNode answer) {
        String epoch = "epoch " + answer.path("epoch").asLong();
        if (answer.path("members").isArray()) {
            return Answer.up(epoch);
        }
        if (answer.path("role").asText().equals("refused")) {
            return Answer.refused(answer.path("reason").asText());
        }
        String active = answer.path("active").asText("");
        return answer.path("active").isTextual() && !active.isEmpty()
                ? Answer.up("standby; " + active + " is active, " + epoch)
                : new Answer("STARTING", answer.path("remark").asText(""));
    }

    private Answer listed(List<String> expected) {
        long up = cluster.file().hubNumbers().stream()
                .flatMap(number -> new HubPage(cluster.ports().hubHttp(number)).cluster(TIMEOUT).stream())
                .findFirst()
                .map(answer -> {
                    List<String> ids = new ArrayList<>();
                    answer.path("members").forEach(member -> {
                        if (member.path("state").asText().equals("UP")) {
                            ids.add(member.path("id").asText());
                        }
                    });
                    return expected.stream().filter(ids::contains).count();
                })
                .orElse(0L);
        String remark = up + " of " + expected.size();
        return up == expected.size() ? Answer.up(remark) : new Answer("STARTING", remark);
    }

    private static Answer open(int port, String remark) {
        return PortCheck.isOpen("127.0.0.1", port, TIMEOUT) ? Answer.up(remark) : Answer.starting();
    }

    /** That a node failed in an earlier life of its instance is no news. */
    private static Answer node(Path record, ProcessIdentity instance) throws IOException, LauncherException {
        Optional<NodeFile> found = NodeFile.read(record);
        if (found.isEmpty()) {
            return Answer.starting();
        }
        NodeFile node = found.get();
        if (node.isUp()) {
            return Answer.up(node.url());
        }
        if (Files.getLastModifiedTime(record).toMillis() < instance.startedAt()) {
            return Answer.starting();
        }
        return node.state().equals("FAILED") || node.state().equals("QUARANTINED")
                ? new Answer(node.state(), node.reason())
                : Answer.starting();
    }
}
