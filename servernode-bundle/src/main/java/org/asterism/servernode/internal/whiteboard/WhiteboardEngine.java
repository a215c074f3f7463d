package org.asterism.servernode.internal.whiteboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.internal.DeployedContext;
import org.asterism.servernode.internal.Endpoints;
import org.asterism.servernode.internal.Engine;
import org.asterism.servernode.internal.EngineReport;
import org.asterism.servernode.internal.Opening;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.HttpServiceRuntimeConstants;
import org.osgi.service.http.runtime.dto.RuntimeDTO;
import org.osgi.service.http.runtime.dto.ServletContextDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the state of the HTTP server from its runtime service. That service answers on the one thread that also deploys web
 * applications, which takes as long as an application's start does; so it is asked on a thread of its own, and who asks in
 * the meantime gets the last answer.
 */
final class WhiteboardEngine implements Engine, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardEngine.class);

    private final HttpServiceRuntime runtime;
    private final Supplier<List<MissingPart>> missing;
    private final Function<Duration, NodeLoad> load;
    private final Duration patience;
    private final Opening opening;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asterism-agent");
        thread.setDaemon(true);
        return thread;
    });
    private EngineReport last = EngineReport.UNKNOWN;
    private Future<EngineReport> reading;

    /**
     * Begins with nothing known.
     *
     * @param missing finds what is not registered with the server yet
     * @param load tells what there is to do at a time
     * @param patience how long to wait for a new answer
     * @param whole how long to wait for an application to be whole
     */
    WhiteboardEngine(
            HttpServiceRuntime runtime,
            Supplier<List<MissingPart>> missing,
            Function<Duration, NodeLoad> load,
            Duration patience,
            Duration whole) {
        this.load = load;
        this.runtime = runtime;
        this.missing = missing;
        this.patience = patience;
        this.opening = new Opening(whole);
        this.reading = CompletableFuture.completedFuture(last);
    }

    @Override
    public synchronized EngineReport report() {
        if (reading.isDone()) {
            reading = executor.submit(this::read);
        }
        try {
            last = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException busy) {
            LOG.debug("the HTTP server is busy; its last state is taken", busy);
        } catch (ExecutionException e) {
            LOG.warn("the HTTP server did not tell its state", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last.with(load.apply(Duration.ofNanos(System.nanoTime())));
    }

    /** What is missing is looked up first: whatever is not was registered before the server tells its state. */
    private EngineReport read() {
        List<MissingPart> parts = missing.get();
        RuntimeDTO dto = runtime.getRuntimeDTO();
        List<DeployedContext> contexts = Arrays.stream(dto.servletContextDTOs)
                .map(context -> context(context, parts))
                .toList();
        Opening.Decision decision = opening.decide(contexts, Duration.ofNanos(System.nanoTime()));
        decision.delays().forEach(WhiteboardEngine::tell);
        Object endpoints = dto.serviceDTO.properties.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        return new EngineReport(Endpoints.choose(strings(endpoints)), decision.applications());
    }

    private static void tell(Opening.Delay delay) {
        if (delay.over()) {
            LOG.warn(
                    "{} is opened though it is not whole; it was waited for in vain: {}",
                    delay.path(),
                    delay.missing());
        } else {
            LOG.info("{} is not whole yet: {}", delay.path(), delay.missing());
        }
    }

    private static DeployedContext context(ServletContextDTO context, List<MissingPart> parts) {
        return new DeployedContext(
                context.contextPath,
                context.serviceId,
                context.servletDTOs.length + context.resourceDTOs.length,
                parts.stream()
                        .filter(part -> part.belongsTo(context))
                        .map(MissingPart::why)
                        .sorted()
                        .toList());
    }

    private static Collection<String> strings(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Object::toString).toList();
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
