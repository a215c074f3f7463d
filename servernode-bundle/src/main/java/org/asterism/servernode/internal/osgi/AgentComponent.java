package org.asterism.servernode.internal.osgi;

import java.time.Duration;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.servernode.internal.FirstReadiness;
import org.asterism.servernode.internal.Traffic;
import org.asterism.servernode.internal.whiteboard.EngineAgent;
import org.asterism.servernode.spi.InitialApplications;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent of the engine of this container; idle for as long as there is no HTTP server that listens. */
@Component(
        service = {},
        immediate = true,
        configurationPid = AgentComponent.PID)
@Designate(ocd = AgentConfig.class)
public final class AgentComponent {

    static final String PID = "org.asterism.servernode.agent";

    private static final Logger LOG = LoggerFactory.getLogger(AgentComponent.class);
    private static final String LISTENING =
            "(&(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime)(osgi.http.endpoint=http*))";

    private final BundleContext context;
    private final ClusterService cluster;
    private final MemberControl member;
    private final ServiceComponentRuntime components;
    private final Duration patience;
    private final Duration whole;
    private final Duration applicationsWait;
    private final WhilePresent agent;

    /** Begins to wait for an HTTP server. */
    @Activate
    public AgentComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference MemberControl member,
            @Reference ServiceComponentRuntime components,
            AgentConfig config) {
        this.context = context;
        this.cluster = cluster;
        this.member = member;
        this.components = components;
        this.patience = Duration.ofMillis(config.patience_millis());
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience.millis is not positive");
        }
        this.whole = Duration.ofMillis(config.whole_millis());
        if (whole.isNegative()) {
            throw new IllegalArgumentException("whole.millis is negative");
        }
        this.applicationsWait = Duration.ofMillis(config.applications_wait_millis());
        if (applicationsWait.isNegative()) {
            throw new IllegalArgumentException("applications.wait.millis is negative");
        }
        this.agent = new WhilePresent(context, LISTENING, this::listening);
    }

    private AutoCloseable listening(Object runtime) {
        FirstReadiness readiness =
                new FirstReadiness(this::areBrought, applicationsWait, Duration.ofNanos(System.nanoTime()));
        LOG.debug("the engine of {} listens, ready: {}", cluster.self(), isReady(readiness));
        Traffic traffic = new Traffic();
        TrafficCount count = new TrafficCount(context, traffic);
        EngineAgent opened = new EngineAgent(
                context, cluster, components, runtime, traffic::load, patience, whole, () -> isReady(readiness));
        return () -> {
            opened.close();
            count.close();
        };
    }

    private boolean areBrought() {
        return context.getServiceReference(InitialApplications.class) != null;
    }

    private synchronized boolean isReady(FirstReadiness readiness) {
        FirstReadiness.State state = readiness.look(Duration.ofNanos(System.nanoTime()));
        if (state == FirstReadiness.State.OVERDUE && !applicationsWait.isZero()) {
            LOG.warn(
                    "{} is opened without what is deployed to the cluster, for which it has waited {} s",
                    cluster.self(),
                    applicationsWait.toSeconds());
        }
        if (state == FirstReadiness.State.OVERDUE || state == FirstReadiness.State.BROUGHT) {
            member.state(MemberState.UP);
            LOG.info("the engine of {} is ready", cluster.self());
        }
        return state != FirstReadiness.State.WAITING;
    }

    @Deactivate
    void deactivate() {
        agent.close();
    }
}
