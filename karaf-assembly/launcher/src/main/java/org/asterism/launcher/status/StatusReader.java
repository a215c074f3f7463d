package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.Parallel;
import org.asterism.launcher.cluster.PortCheck;

/** Asks everyone side by side; nobody who is silent makes it wait for more than a second. */
public final class StatusReader {

    private static final Duration TIMEOUT = Duration.ofMillis(900);

    private final Cluster cluster;
    private final Problems problems = new Problems();

    /** For a cluster as it was opened. */
    public StatusReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /** How the cluster is now. */
    public ClusterStatus read() throws InterruptedException, LauncherException {
        List<Callable<Object>> questions = new ArrayList<>();
        questions.add(this::hub);
        questions.add(() -> new DatabaseReader(cluster, problems, TIMEOUT).read());
        cluster.file().instances().forEach(instance -> questions.add(() -> instance(instance)));
        List<Object> answers = Parallel.all(questions);
        HubAnswer hub = (HubAnswer) answers.get(0);
        return new ClusterStatus(
                cluster.layout().base(),
                cluster.file().portOffset(),
                hub.status(),
                (ClusterStatus.Database) answers.get(1),
                hub.list("members"),
                hub.list("services"),
                answers.stream()
                        .filter(ClusterStatus.Instance.class::isInstance)
                        .map(ClusterStatus.Instance.class::cast)
                        .toList(),
                problems.messages());
    }

    private HubAnswer hub() {
        HubPage page = new HubPage(cluster.ports().hubHttp());
        OptionalLong pid = pid(cluster.layout().hub());
        Optional<JsonNode> answer = pid.isPresent() ? page.cluster(TIMEOUT) : Optional.empty();
        return new HubAnswer(cluster.ports().hubUrl(), page.url(), pid, answer);
    }

    private ClusterStatus.Instance instance(InstanceEntry instance) {
        OptionalLong pid = pid(cluster.layout().instance(instance.name()));
        int port = cluster.ports().dispatcher(instance.number());
        return new ClusterStatus.Instance(
                instance.name(),
                state(pid.isPresent(), () -> PortCheck.isOpen("127.0.0.1", port, TIMEOUT)),
                pid,
                cluster.ports().dispatcherUrl(instance.number()),
                new NodeReader(cluster.layout(), problems).read(instance));
    }

    private OptionalLong pid(ContainerLayout container) {
        return problems.collect(() -> ContainerStarter.running(container))
                .map(ProcessRecord::identity)
                .map(identity -> OptionalLong.of(identity.pid()))
                .orElse(OptionalLong.empty());
    }

    private static State state(boolean alive, java.util.function.BooleanSupplier answers) {
        if (!alive) {
            return State.DOWN;
        }
        return answers.getAsBoolean() ? State.UP : State.UNREACHABLE;
    }
}
