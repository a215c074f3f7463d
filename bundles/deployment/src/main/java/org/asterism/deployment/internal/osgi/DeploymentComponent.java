package org.asterism.deployment.internal.osgi;

import java.time.Duration;
import javax.sql.DataSource;
import org.apache.karaf.features.FeaturesService;
import org.asterism.cluster.ClusterService;
import org.asterism.deployment.internal.DeploymentSettings;
import org.asterism.lock.LockService;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.MessageService;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;

/** As long as the tables are there: the part of a server node, or that of an instance. */
@Component(
        service = {},
        immediate = true,
        configurationPid = DeploymentComponent.PID)
@Designate(ocd = DeploymentConfig.class)
public final class DeploymentComponent {

    static final String PID = "org.asterism.deployment";

    private final Part part;

    /** Begins on threads of its own. */
    @Activate
    public DeploymentComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference MessageService messages,
            @Reference BulkService bulk,
            @Reference LockService locks,
            @Reference(target = "(asterism.schema=" + DeploymentMigrations.SCHEMA + ")") DataSource source,
            @Reference ConfigurationAdmin admin,
            @Reference ServiceComponentRuntime components,
            @Reference FeaturesService features,
            DeploymentConfig config) {
        DeploymentSettings settings = settings(config);
        Tables tables = Tables.of(source, settings.maxBytes());
        this.part = cluster.self().parent().isPresent()
                ? new NodePart(context, cluster, messages, admin, components, features, tables, settings)
                : new InstancePart(context, cluster, messages, bulk, locks, tables, settings);
    }

    private static DeploymentSettings settings(DeploymentConfig config) {
        return new DeploymentSettings(
                config.artifact_max_bytes(),
                Duration.ofMillis(config.poll_millis()),
                Duration.ofMillis(config.roll_poll_millis()),
                Duration.ofMillis(config.settle_millis()),
                Duration.ofMillis(config.apply_millis()),
                Duration.ofMillis(config.retry_millis()),
                Duration.ofMillis(config.artifact_age_millis()));
    }

    @Deactivate
    void deactivate() {
        part.close();
    }
}
