package org.asterism.launcher.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.cluster.StoppedNodes;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.status.Awaited;
import org.asterism.launcher.status.Expectations;
import org.asterism.launcher.status.HubPage;
import org.asterism.launcher.status.StatusReader;
import org.asterism.launcher.status.StatusTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism demo}: a whole cluster, with what is missing started side by side. */
@Command(
        name = "demo",
        description =
                "Starts a whole cluster with the sample application: database, hub, instances. What runs already is"
                        + " left alone.")
final class DemoCommand implements Callable<Integer> {

    private static final int LETTERS = 26;

    @Option(names = "--instances", paramLabel = "N", defaultValue = "2", description = "Instances (default: 2).")
    private int instances;

    @Option(names = "--standby", description = "Two hubs, one of them active.")
    private boolean standby;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private WaitOptions wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (instances < 1 || instances > LETTERS) {
            throw new LauncherException("the demo has from 1 to " + LETTERS + " instances, not " + instances);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Launched> parts = start();
        Cluster cluster = Commands.root(spec).cluster();
        Expectations expectations = new Expectations(cluster);
        List<Awaited> all = new ArrayList<>();
        for (Launched part : parts) {
            all.addAll(expectations.of(part));
        }
        wait.await(out, all);
        if (wait.isWaiting()) {
            Launched hub = parts.get(0);
            wait.await(
                    out,
                    List.of(
                            expectations.everyone(hub.identity()),
                            expectations.application("shop", "/shop/", parts.get(1))));
        }
        tell(out, cluster);
        return 0;
    }

    /** The hub first: it takes longest to come up of those that others wait for. */
    private List<Launched> start() throws Exception {
        List<Launched> parts = new ArrayList<>();
        try (ClusterStarter starter = ClusterStarter.open(Commands.root(spec).cluster(), database.external())) {
            starter.deploy(Commands.root(spec).home().resolve("samples").resolve("shop.jar"));
            if (standby) {
                starter.expectHubs(2);
            }
            Target.Hub first = new Target.Hub();
            parts.add(startUnlessRunning(starter, first, () -> starter.startHub(first)));
            for (String name : names(starter.cluster())) {
                parts.add(startUnlessRunning(starter, new Target.Instance(name), () -> instance.start(starter, name)));
            }
            for (int number = 2; number <= starter.cluster().file().hubs(); number++) {
                Target.Hub next = new Target.Hub(number);
                parts.add(startUnlessRunning(starter, next, () -> starter.startHub(next)));
            }
            if (starter.datasource().isOwn(starter.cluster().ports())) {
                parts.add(startUnlessRunning(starter, new Target.Database(), starter::startDatabase));
            }
        }
        return parts;
    }

    private static Launched startUnlessRunning(ClusterStarter starter, Target target, Callable<Launched> start)
            throws Exception {
        Optional<Launched> running = starter.running(target);
        if (running.isEmpty()) {
            return start.call();
        }
        if (target instanceof Target.Instance instance) {
            Cluster cluster = starter.cluster();
            new StoppedNodes(cluster, Commands.shell(cluster)).start(cluster.instance(instance.name()));
        }
        return running.get();
    }

    /** The instances there are, and more if they are too few: a, b, c … */
    private List<String> names(Cluster cluster) {
        List<String> names = new ArrayList<>(
                cluster.file().instances().stream().map(InstanceEntry::name).toList());
        for (char letter = 'a'; names.size() < instances; letter++) {
            String name = Character.toString(letter);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private void tell(PrintWriter out, Cluster cluster) throws Exception {
        out.println();
        new StatusTable(AsterismCommand.colours())
                .of(new StatusReader(cluster).read())
                .forEach(out::println);
        out.println();
        for (InstanceEntry entry : cluster.file().instances()) {
            out.println("shop      " + cluster.ports().dispatcherUrl(entry.number()) + "/shop/");
        }
        for (int number : cluster.file().hubNumbers()) {
            out.println("hub page  " + new HubPage(cluster.ports().hubHttp(number)).url());
        }
        out.println("look      " + Commands.again(spec, "status"));
        out.println("stop all  " + Commands.again(spec, "stop --all"));
        out.flush();
    }
}
