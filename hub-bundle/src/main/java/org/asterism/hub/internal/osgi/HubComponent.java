package org.asterism.hub.internal.osgi;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.artemis.FreePort;
import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.hub.internal.jdbc.JdbcLeaseStore;
import org.asterism.hub.internal.standby.Arbitration;
import org.asterism.hub.internal.standby.HubRole;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.hub.internal.tls.StoreCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes this container the hub, or one of several hubs. Its services are there as soon as it listens. It refuses to work half:
 * what it misses is said in one line, and then it stays away.
 */
@Component(
        name = HubComponent.NAME,
        service = {},
        configurationPid = HubConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HubConfig.class)
public final class HubComponent {

    static final String NAME = "org.asterism.hub";

    private static final Logger LOG = LoggerFactory.getLogger(HubComponent.class);

    private final ComponentContext component;
    private final BundleContext context;
    private final HubConfig config;
    private final ExecutorService starter =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "asterism-hub-start"));
    private final Future<?> starting;
    private Runnable stop = () -> {};
    private boolean stopped;

    @Activate
    public HubComponent(HubConfig config, ComponentContext component) {
        this.component = component;
        this.context = component.getBundleContext();
        this.config = config;
        this.starting = CompletableFuture.runAsync(this::start, starter);
    }

    @Deactivate
    void deactivate() {
        starting.cancel(false);
        starter.shutdown();
        stop();
    }

    private synchronized void stop() {
        stopped = true;
        stop.run();
        stop = () -> {};
    }

    private synchronized void start() {
        if (stopped) {
            return;
        }
        try {
            DiskCheck.require(DiskCheck.directories(context::getProperty));
            HttpPort.require(context);
            HubConfiguration configuration = HubSettings.of(config);
            configuration.tls().ifPresent(tls -> StoreCheck.check(tls, Instant.now()));
            Optional<StandbySettings> standby = HubSettings.standby(config);
            if (standby.isPresent()) {
                startStandby(configuration, standby.get());
            } else {
                startAlone(configuration);
            }
        } catch (IllegalArgumentException | HubStartException e) {
            refuse(e);
        }
    }

    private void startAlone(HubConfiguration configuration) throws HubStartException {
        HubServices services = new HubServices(configuration, context);
        stop = services::stop;
        services.start(Mandate.alone());
    }

    private void startStandby(HubConfiguration configuration, StandbySettings settings) throws HubStartException {
        FreePort.require(configuration.host(), configuration.port());
        String address = configuration.host() + ":" + configuration.port();
        StandbyHub hub = new StandbyHub(
                new HubServices(configuration, context),
                new Arbitration(UUID.randomUUID().toString(), address, settings.timing()),
                new JdbcLeaseStore(
                        new DataSourceService(context, settings.dataSource()),
                        settings.timing().renew()),
                starter,
                this::refuse);
        ServiceRegistration<HubRole> role = context.registerService(HubRole.class, hub.role(), null);
        stop = () -> {
            hub.close();
            role.unregister();
        };
        hub.start();
    }

    private void refuse(Exception problem) {
        LOG.error("No hub in this container: {}; then restart this container", problem.getMessage());
        LOG.debug("Why there is no hub", problem);
        component.disableComponent(NAME);
        HubRole.State refused = HubRole.State.refused(String.valueOf(problem.getMessage()));
        context.registerService(HubRole.class, () -> refused, null); // outlives this component
    }
}
