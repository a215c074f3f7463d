package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.kar.KarService;
import org.asterism.cluster.ClusterService;
import org.asterism.deployment.internal.DeploymentSettings;
import org.asterism.deployment.internal.karaf.DeployedArchives;
import org.asterism.deployment.internal.karaf.DeployedFeatures;
import org.asterism.deployment.spi.NodePreflight;
import org.asterism.messaging.MessageService;
import org.asterism.servernode.spi.InitialApplications;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** What this bundle does in the container of a server node: it brings deployments to it. */
final class NodePart implements Part {

    /** By its name: not every container knows the class. */
    private static final String KARS = "org.apache.karaf.kar.KarService";
    /** Files are downloaded meanwhile. */
    private static final long PREFLIGHT_MILLIS = 120_000;

    private final BundleContext context;
    private final Worker worker;
    private final Hearing hearing = new Hearing();
    private final ServiceRegistration<?> preflight;
    private final ServiceRegistration<?> events;
    private Optional<ServiceRegistration<?>> initial = Optional.empty();

    NodePart(
            BundleContext context,
            ClusterService cluster,
            MessageService messages,
            ConfigurationAdmin admin,
            ServiceComponentRuntime components,
            FeaturesService features,
            Tables tables,
            DeploymentSettings settings) {
        this.context = context;
        Path data = context.getDataFile("").toPath();
        LocalFiles files = new LocalFiles(data.resolve("artifacts"), tables.artifacts());
        BundleContext framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        FailedApplications failed = new FailedApplications();
        this.events = context.registerService(
                EventHandler.class,
                failed,
                FrameworkUtil.asDictionary(Map.of(EventConstants.EVENT_TOPIC, FailedApplications.TOPICS)));
        OsgiPlatform platform = new OsgiPlatform(
                framework,
                files,
                new DeployedBundles(framework, files, data.resolve("workshop")),
                failed,
                new DeployedConfigurations(admin, components),
                new DeployedFeatures(features, data.resolve("features")),
                archives(framework, data),
                booted(admin));
        NodeDeployer deployer = new NodeDeployer(
                cluster.self(),
                cluster.incarnation(),
                tables,
                platform,
                new QuietEngine(context),
                settings,
                this::isThere);
        this.worker = new Worker("asterism-deployment", settings.poll(), deployer::round);
        this.preflight = context.registerService(
                NodePreflight.class,
                new LocalPreflight(cluster.self(), framework, platform, files),
                FrameworkUtil.asDictionary(Map.of(
                        NodePreflight.NODE,
                        cluster.self().value(),
                        "service.exported.interfaces",
                        NodePreflight.class.getName(),
                        "osgi.basic.timeout",
                        PREFLIGHT_MILLIS)));
        hearing.add(messages.listen(Announcement.TOPIC, message -> worker.bell().ring()));
        worker.start();
    }

    private static Optional<DeployedArchives> archives(BundleContext framework, Path data) {
        return Optional.ofNullable(framework.getServiceReference(KARS))
                .map(framework::getService)
                .map(service -> new DeployedArchives((KarService) service, data.resolve("archives")));
    }

    private static String booted(ConfigurationAdmin admin) {
        try {
            Dictionary<String, Object> properties =
                    admin.getConfiguration("org.apache.karaf.features", null).getProperties();
            return properties == null ? "" : String.valueOf(properties.get("featuresBoot"));
        } catch (IOException e) {
            throw new IllegalStateException("the features that the container starts with cannot be read", e);
        }
    }

    /** The engine may open. */
    private synchronized void isThere() {
        if (initial.isEmpty()) {
            initial =
                    Optional.of(context.registerService(InitialApplications.class, new InitialApplications() {}, null));
        }
    }

    @Override
    public void close() {
        preflight.unregister();
        events.unregister();
        hearing.close();
        worker.close();
        withdraw();
    }

    private synchronized void withdraw() {
        initial.ifPresent(ServiceRegistration::unregister);
    }
}
