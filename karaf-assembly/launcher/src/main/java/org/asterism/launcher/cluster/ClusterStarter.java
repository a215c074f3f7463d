package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerSpec;
import org.asterism.container.ContainerStartException;
import org.asterism.container.ContainerStarter;
import org.asterism.launcher.LauncherException;

/** Starts the parts of a cluster; returns when their processes run, not when they are up. */
public final class ClusterStarter implements AutoCloseable {

    private final BaseLock lock;
    private final Secrets secrets;
    private Cluster cluster;
    private Network network = Network.LOCAL;

    private ClusterStarter(BaseLock lock, Cluster cluster) {
        this.lock = lock;
        this.cluster = cluster;
        this.secrets = new Secrets(cluster.layout());
    }

    /**
     * Prepares the base directory and keeps other launchers from it until closed.
     *
     * @param external the database to use from now on, if another one than before
     */
    public static ClusterStarter open(Cluster cluster, Optional<ExternalDatabase> external)
            throws IOException, InterruptedException, LauncherException {
        BaseLock lock = BaseLock.take(cluster.layout().base());
        try {
            ClusterStarter starter = new ClusterStarter(lock, cluster);
            starter.prepare(external);
            return starter;
        } catch (IOException | LauncherException e) {
            lock.close();
            throw e;
        }
    }

    /** What is started from now on is reached so. */
    public void use(Network reached) {
        this.network = reached;
    }

    /** Takes a copy of the secret that this cluster has elsewhere, as on another machine. */
    public void adoptSecret(String secret) throws IOException, LauncherException {
        secrets.adopt(secret);
    }

    /** The cluster with what was started so far. */
    public Cluster cluster() {
        return cluster;
    }

    /** The database that server nodes use when they start. */
    public Datasource datasource() throws IOException, LauncherException {
        return Datasource.read(cluster.layout()).orElseThrow();
    }

    /** The process of a part, if it runs. */
    public Optional<Launched> running(Target target) throws IOException, LauncherException {
        if (target instanceof Target.Instance instance
                && cluster.file().instance(instance.name()).isEmpty()) {
            return Optional.empty();
        }
        ContainerLayout layout = cluster.container(target);
        return ContainerStarter.running(layout).map(record -> new Launched(target, record.identity(), layout));
    }

    /** Starts the database, if the cluster runs it itself. */
    public Launched startDatabase() throws IOException, LauncherException, ContainerStartException {
        Target target = new Target.Database();
        requireStopped(target);
        PortCheck.requireFree(cluster.ports().database(), "the database");
        ContainerLayout layout = cluster.container(target);
        DiskRoom.require(layout.base());
        H2Server server = new H2Server(layout);
        server.create(secrets.databasePassword());
        return new Launched(target, server.start(cluster.ports().database()).identity(), layout);
    }

    /**
     * Which hub to start next: the first that does not run.
     *
     * @param another whether there shall be one more if all run
     */
    public Target.Hub hubToStart(boolean another) throws IOException, LauncherException {
        for (int number : cluster.file().hubNumbers()) {
            Target.Hub hub = new Target.Hub(number);
            if (running(hub).isEmpty()) {
                return hub;
            }
        }
        return new Target.Hub(another ? cluster.file().hubs() + 1 : 1);
    }

    /** From now on hubs arbitrate, by the database, which one is active; there are so many at least. */
    public void expectHubs(int number) throws IOException, LauncherException {
        if (number > ClusterPorts.MAX_HUBS) {
            throw new LauncherException("a cluster has at most " + ClusterPorts.MAX_HUBS + " hubs here");
        }
        Optional<Launched> alone = cluster.file().hasStandby() ? Optional.empty() : running(new Target.Hub());
        if (alone.isPresent()) {
            throw new LauncherException("hub runs already with pid "
                    + alone.get().identity().pid()
                    + " and knows of no other hub; stop it, then start it with --standby");
        }
        cluster = cluster.update(file -> file.withHubs(number));
    }

    /** Starts a hub. */
    public Launched startHub(Target.Hub hub) throws IOException, LauncherException, ContainerStartException {
        requireStopped(hub);
        PortCheck.requireFree(cluster.ports().hub(hub.number()), "the " + hub.name());
        PortCheck.requireFree(cluster.ports().hubHttp(hub.number()), "the page of the " + hub.name());
        PortCheck.requireFree(cluster.ports().hubMonitor(hub.number()), "the health of the " + hub.name());
        if (cluster.file().hasStandby()) {
            datasource().writeForHub(cluster.container(hub));
        }
        return start(hub, new Containers(cluster, network).hub(hub));
    }

    /** Starts an instance with so many server nodes, which it starts itself. */
    public Launched startInstance(String name, int nodes, Hosting hosting)
            throws IOException, LauncherException, ContainerStartException {
        Target target = new Target.Instance(name);
        requireStopped(target);
        if (cluster.file().instances().size() >= ClusterPorts.MAX_INSTANCES
                && cluster.file().instance(name).isEmpty()) {
            throw new LauncherException("a cluster has at most " + ClusterPorts.MAX_INSTANCES + " instances here");
        }
        cluster = cluster.update(file -> file.with(name, nodes, hosting));
        InstanceEntry instance = cluster.instance(name);
        PortCheck.requireFree(cluster.ports().dispatcher(instance.number()), "the dispatcher of " + name);
        PortCheck.requireFree(cluster.ports().monitor(instance.number()), "the health of " + name);
        ContainerLayout layout = cluster.layout().instance(name);
        ServerNodeFiles.write(layout.etc(), instance);
        if (hosting == Hosting.PROCESS) {
            datasource().writeForInstance(layout);
        }
        return start(target, new Containers(cluster, network).instance(instance));
    }

    /** Puts an application where every server node takes it from when it starts. */
    public void deploy(Path application) throws IOException, LauncherException {
        if (!Files.exists(application)) {
            throw new LauncherException(
                    "the distribution is not complete: there is no " + application + "; unpack it again");
        }
        Files.copy(
                application,
                cluster.layout().applications().resolve(application.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void prepare(Optional<ExternalDatabase> external) throws IOException, LauncherException {
        Files.createDirectories(cluster.layout().applications());
        secrets.create();
        ShellUsers.write(cluster.layout(), secrets.shellPassword());
        if (external.isPresent()) {
            external.get().configure(cluster.layout());
        } else if (Datasource.read(cluster.layout()).isEmpty()) {
            Datasource.own(cluster.ports()).write(cluster.layout());
        }
        cluster = cluster.update(file -> file);
    }

    private Launched start(Target target, ContainerSpec spec)
            throws ContainerStartException, LauncherException, IOException {
        DiskRoom.require(spec.base());
        return new Launched(target, new ContainerStarter().start(spec).identity(), new ContainerLayout(spec.base()));
    }

    private void requireStopped(Target target) throws IOException, LauncherException {
        Optional<Launched> running = running(target);
        if (running.isPresent()) {
            throw new LauncherException(target.name() + " runs already with pid "
                    + running.get().identity().pid());
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
