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
import org.asterism.servernode.internal.DeployedContext;
import org.asterism.servernode.internal.Endpoints;
import org.asterism.servernode.internal.Engine;
import org.asterism.servernode.internal.EngineReport;
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
    private final Duration patience;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asterism-agent");
        thread.setDaemon(true);
        return thread;
    });
    private EngineReport last = EngineReport.UNKNOWN;
    private Future<EngineReport> reading;

    /** @param patience how long to wait for a new answer */
    WhiteboardEngine(HttpServiceRuntime runtime, Duration patience) {
        this.runtime = runtime;
        this.patience = patience;
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
        return last;
    }

    private EngineReport read() {
        return report(runtime.getRuntimeDTO());
    }

    static EngineReport report(RuntimeDTO dto) {
        List<DeployedContext> contexts = Arrays.stream(dto.servletContextDTOs)
                .map(WhiteboardEngine::context)
                .toList();
        Object endpoints = dto.serviceDTO.properties.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        return new EngineReport(Endpoints.choose(strings(endpoints)), DeployedContext.applications(contexts));
    }

    private static DeployedContext context(ServletContextDTO context) {
        return new DeployedContext(context.contextPath, context.servletDTOs.length + context.resourceDTOs.length);
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
