package org.asterism.persistence.internal.osgi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockService;
import org.asterism.persistence.MigrationSet;
import org.asterism.persistence.internal.LockOwner;
import org.asterism.persistence.internal.MigrationRun;
import org.asterism.persistence.internal.MigrationSettings;
import org.asterism.persistence.internal.liquibase.LiquibaseStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies every {@link MigrationSet} that appears, and registers its schema when it is up to date. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.asterism.persistence")
@Designate(ocd = MigrationConfig.class)
public final class MigrationComponent {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationComponent.class);
    private static final int THREADS = 2;

    private final Map<MigrationSet, SchemaTask> tasks = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(THREADS, MigrationComponent::thread);
    private final MigrationRun run;
    private final MigrationSettings settings;
    private final SchemaPublisher publisher;

    @Activate
    public MigrationComponent(
            @Reference(name = "dataSource", target = "(osgi.jndi.service.name=asterism)") DataSource dataSource,
            @Reference LockService locks,
            @Reference ClusterService cluster,
            BundleContext context,
            MigrationConfig config) {
        LockOwner self = LockOwner.self(cluster);
        LiquibaseStore store = new LiquibaseStore(dataSource, self.note(), text -> LockOwner.parse(text)
                .filter(owner -> owner.isGone(self, cluster.view()))
                .isPresent());
        settings = MigrationConfig.Reader.read(config);
        run = new MigrationRun(store, locks, settings.lockWait());
        publisher = new SchemaPublisher(context, dataSource);
        executor.setRemoveOnCancelPolicy(true);
        LOG.info("Migrations: up");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindMigrationSet(MigrationSet set) {
        SchemaTask task = new SchemaTask(set, run, publisher::publish, settings.retry(), executor);
        tasks.put(set, task);
        task.start();
    }

    void unbindMigrationSet(MigrationSet set) {
        SchemaTask task = tasks.remove(set);
        if (task != null) {
            task.close();
        }
    }

    @Deactivate
    void deactivate() {
        tasks.values().forEach(SchemaTask::close);
        executor.shutdownNow();
        LOG.info("Migrations: down");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "asterism-migrations");
        thread.setDaemon(true);
        return thread;
    }
}
