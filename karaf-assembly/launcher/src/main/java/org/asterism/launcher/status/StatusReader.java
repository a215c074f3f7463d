package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.Parallel;
import org.asterism.launcher.cluster.PortCheck;
import org.asterism.launcher.cluster.Target;

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
        cluster.file().hubNumbers().forEach(number -> questions.add(() -> hub(number)));
        questions.add(() -> new DatabaseReader(cluster, problems, TIMEOUT).read());
        cluster.file().instances().forEach(instance -> questions.add(() -> instance(instance)));
        List<Object> answers = Parallel.all(questions);
        List<HubAnswer> hubs = all(answers, HubAnswer.class);
        HubAnswer hub = hubs.stream().filter(HubAnswer::isActive).findFirst().orElse(hubs.get(0));
        return new ClusterStatus(
                cluster.layout().base(),
                cluster.file().portOffset(),
                hub.status(),
                hubs.stream().map(HubAnswer::status).toList(),
                all(answers, ClusterStatus.Database.class).get(0),
                hub.list("members"),
                hub.list("services"),
                all(answers, ClusterStatus.Instance.class),
                monitors(),
                problems.messages());
    }

    /** Those that are embedded in an instance have no port of their own. */
    private Map<String, String> monitors() throws LauncherException {
        Map<String, String> monitors = new TreeMap<>();
        for (String name : cluster.names()) {
            ContainerLayout container = cluster.container(Target.parse(name));
            problems.collect(() -> ContainerStarter.running(container))
                    .map(process -> process.ports().get("monitor"))
                    .map(port -> "http://127.0.0.1:" + port)
                    .filter(url -> !monitors.containsValue(url))
                    .ifPresent(url -> monitors.put(name, url));
        }
        return monitors;
    }

    private static <T> List<T> all(List<Object> answers, Class<T> type) {
        return answers.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private HubAnswer hub(int number) {
        HubPage page = new HubPage(cluster.ports().hubHttp(number));
        OptionalLong pid = pid(cluster.hub(number));
        Optional<JsonNode> answer = pid.isPresent() ? page.ask(TIMEOUT) : Optional.empty();
        String name = new Target.Hub(number).name();
        HubAnswer hub = new HubAnswer(name, cluster.ports().hubUrl(number), page.url(), pid, answer);
        hub.problem().ifPresent(problems::add);
        return hub;
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
