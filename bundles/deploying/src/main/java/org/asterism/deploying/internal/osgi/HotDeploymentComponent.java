package org.asterism.deploying.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.deploying.Deploying;
import org.asterism.deploying.internal.HotScope;
import org.asterism.deploying.internal.files.DeployedFiles;
import org.asterism.deploying.internal.files.Directory;
import org.asterism.deploying.internal.files.Drop;
import org.asterism.deploying.internal.files.Watcher;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.Target;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the directory {@code deploy/} of an instance: only where it is configured and there is a database. */
@Component(
        service = {},
        immediate = true,
        configurationPid = HotDeploymentComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HotDeploymentComponent.Config.class)
public final class HotDeploymentComponent {

    static final String PID = "org.asterism.hot.deployment";

    private static final Logger LOG = LoggerFactory.getLogger(HotDeploymentComponent.class);
    private static final String LOCAL = "(!(service.imported=*))";

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "asterism-hot-deployment"));

    @ObjectClassDefinition(id = PID, name = "Asterism hot deployment")
    @interface Config {

        @AttributeDefinition(
                description = "To which nodes the files are deployed: cluster, instance (those of this one) or off.")
        String scope() default "cluster";

        @AttributeDefinition(description = "The directory; empty: deploy/ of the container.")
        String directory() default "";

        @AttributeDefinition(description = "The pause between two looks into the directory, in milliseconds.")
        long poll_millis() default 1_000;

        @AttributeDefinition(
                description =
                        "How long a file must not change before it is picked up, or be gone before it is undeployed,"
                                + " in milliseconds.")
        long quiet_millis() default 2_000;

        @AttributeDefinition(
                description = "The pause before what failed is tried again, if not in all nodes, in milliseconds.")
        long retry_millis() default 10_000;
    }

    @Activate
    public HotDeploymentComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference(target = LOCAL) ArtifactStore store,
            @Reference(target = LOCAL) DeploymentAdminService admin,
            @Reference(target = LOCAL) DeploymentService state,
            Config config)
            throws IOException {
        Optional<Target> target = HotScope.parse(config.scope()).target(cluster.self());
        Directory directory = new Directory(directory(context, config));
        requirePositive(config.poll_millis(), "poll.millis");
        requirePositive(config.retry_millis(), "retry.millis");
        requirePositive(config.quiet_millis(), "quiet.millis");
        if (target.isEmpty()) {
            LOG.info("files in {} are left alone", directory.path());
            return;
        }
        Deploying deploying = new Deploying(
                admin, state, (file, sent) -> store(store, file), line -> LOG.info("hot deployment: {}", line));
        Watcher watcher = new Watcher(
                directory,
                new DeployedFiles(data(context).resolve("hot-deployments.properties")),
                new Drop(deploying, target.get(), "deploy/ of " + cluster.self()),
                Duration.ofMillis(config.quiet_millis()),
                Duration.ofMillis(config.retry_millis()));
        var unused = thread.scheduleWithFixedDelay(
                () -> look(watcher), config.poll_millis(), config.poll_millis(), TimeUnit.MILLISECONDS);
        LOG.info("files in {} are deployed to {}", directory.path(), target.get());
    }

    private static void look(Watcher watcher) {
        try {
            watcher.look(Duration.ofNanos(System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("the directory of files to be deployed cannot be treated", e);
        }
    }

    private static void store(ArtifactStore store, Path file) throws IOException, DeploymentException {
        try (InputStream content = Files.newInputStream(file)) {
            store.put(content);
        }
    }

    private static Path directory(BundleContext context, Config config) {
        return config.directory().isBlank()
                ? property(context, "karaf.base").resolve("deploy")
                : Path.of(config.directory());
    }

    private static Path data(BundleContext context) {
        return property(context, "karaf.data");
    }

    private static Path property(BundleContext context, String name) {
        return Path.of(Optional.ofNullable(context.getProperty(name)).orElse("."));
    }

    private static void requirePositive(long millis, String key) {
        if (millis <= 0) {
            throw new IllegalArgumentException(key + " is " + millis + ", not positive");
        }
    }

    @Deactivate
    void deactivate() {
        thread.shutdownNow();
    }
}
