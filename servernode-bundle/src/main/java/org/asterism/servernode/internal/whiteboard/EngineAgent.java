package org.asterism.servernode.internal.whiteboard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.servlet.Servlet;
import org.asterism.cluster.ClusterService;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.internal.DeployedContext;
import org.asterism.servernode.internal.Engine;
import org.asterism.servernode.internal.EngineReport;
import org.asterism.servernode.spi.OpenApplications;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;

/** What this bundle adds to a listening HTTP server: the health servlet in a context of its own, and the engine service. */
public final class EngineAgent implements AutoCloseable {

    private static final String CONTEXT = "asterism-agent";

    private final WhiteboardEngine engine;
    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();

    /**
     * Opens at once.
     *
     * @param runtime an {@link HttpServiceRuntime}; containers without an HTTP server do not know that class
     * @param load tells what there is to do at a time
     * @param patience how long a report waits for the HTTP server
     * @param whole how long an application is waited for to be whole
     * @param ready whether this engine may get requests
     */
    public EngineAgent(
            BundleContext context,
            ClusterService cluster,
            ServiceComponentRuntime components,
            Object runtime,
            Function<Duration, NodeLoad> load,
            Duration patience,
            Duration whole,
            BooleanSupplier ready) {
        engine = new WhiteboardEngine(
                (HttpServiceRuntime) runtime, new MissingParts(components)::find, load, patience, whole);
        Engine guarded = () -> ready.getAsBoolean() ? engine.report() : EngineReport.UNKNOWN;
        register(context, OpenApplications.class, () -> engine.report().applications(), Map.of());
        register(
                context,
                ServletContextHelper.class,
                new AgentContext(),
                Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME,
                        CONTEXT,
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH,
                        DeployedContext.AGENT));
        register(
                context,
                Servlet.class,
                new HealthServlet(cluster, guarded),
                Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME,
                        "asterism-health",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
                        new String[] {"/health"},
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
                        "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")"));
        register(context, Engine.class, guarded, Map.of());
    }

    private <S> void register(BundleContext context, Class<S> type, S service, Map<String, ?> properties) {
        registrations.push(context.registerService(type, service, FrameworkUtil.asDictionary(properties)));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        engine.close();
    }

    /** A context with nothing but servlets in it. */
    private static final class AgentContext extends ServletContextHelper {}
}
