package org.asterism.servernode.internal.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.internal.EngineReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.HttpServiceRuntimeConstants;
import org.osgi.service.http.runtime.dto.RequestInfoDTO;
import org.osgi.service.http.runtime.dto.ResourceDTO;
import org.osgi.service.http.runtime.dto.RuntimeDTO;
import org.osgi.service.http.runtime.dto.ServletContextDTO;
import org.osgi.service.http.runtime.dto.ServletDTO;

@Timeout(20)
class WhiteboardEngineTest {

    @Test
    void readsTheEndpointAndTheContexts() {
        try (WhiteboardEngine engine = engine(new CountingRuntime(), Duration.ofSeconds(10))) {
            EngineReport report = engine.report();
            assertThat(report.url()).contains(URI.create("http://127.0.0.1:8181"));
            assertThat(report.applications()).containsExactly("/app1");
            assertThat(report.load()).isEqualTo(new NodeLoad(2, 3));
        }
    }

    @Test
    void everyReportIsNew() {
        try (WhiteboardEngine engine = engine(new CountingRuntime(), Duration.ofSeconds(10))) {
            String first = engine.report().applications().get(0);
            engine.report();
            assertThat(engine.report().applications().get(0)).isGreaterThan(first);
        }
    }

    @Test
    void aBusyServerIsReportedAsItWasLast() {
        CountingRuntime runtime = new CountingRuntime();
        CountDownLatch busy = new CountDownLatch(1);
        try (WhiteboardEngine engine = engine(runtime, Duration.ofMillis(500))) {
            EngineReport before = engine.report();
            runtime.gate = busy;
            assertThat(engine.report()).isEqualTo(before);
            assertThat(engine.report()).isEqualTo(before);
            runtime.gate = new CountDownLatch(0);
            busy.countDown();
            await().until(() -> !engine.report().equals(before));
        }
    }

    @Test
    void anApplicationIsToldWhenItIsWhole() throws InvalidSyntaxException {
        Filter ofAll = FrameworkUtil.createFilter("(osgi.http.whiteboard.context.path=*)");
        AtomicReference<List<MissingPart>> missing = new AtomicReference<>(List.of(new MissingPart(ofAll, "a part")));
        try (WhiteboardEngine engine = new WhiteboardEngine(
                new CountingRuntime(),
                missing::get,
                now -> NodeLoad.NONE,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10))) {
            assertThat(engine.report().applications()).isEmpty();
            missing.set(List.of());
            assertThat(engine.report().applications()).containsExactly("/app2");
        }
    }

    private static WhiteboardEngine engine(HttpServiceRuntime runtime, Duration patience) {
        return new WhiteboardEngine(runtime, List::of, now -> new NodeLoad(2, 3), patience, Duration.ZERO);
    }

    /** Deploys one more application each time it is asked, in place of the one before. */
    private static final class CountingRuntime implements HttpServiceRuntime {

        private final AtomicInteger count = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public RuntimeDTO getRuntimeDTO() {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            RuntimeDTO dto = new RuntimeDTO();
            dto.serviceDTO = new ServiceReferenceDTO();
            dto.serviceDTO.properties =
                    Map.of(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT, new String[] {"http://127.0.0.1:8181/"});
            dto.servletContextDTOs =
                    new ServletContextDTO[] {context("/app" + count.incrementAndGet(), 1), context("/empty", 0)};
            return dto;
        }

        private static ServletContextDTO context(String path, int servlets) {
            ServletContextDTO context = new ServletContextDTO();
            context.name = path;
            context.contextPath = path;
            context.servletDTOs = new ServletDTO[servlets];
            context.resourceDTOs = new ResourceDTO[0];
            return context;
        }

        @Override
        public RequestInfoDTO calculateRequestInfoDTO(String path) {
            throw new UnsupportedOperationException(path);
        }
    }
}
