package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClusterEventsTest {

    private static final EventLimits LIMITS = new EventLimits(2, 50, Duration.ofMillis(100));

    private final ManualCluster cluster = new ManualCluster();
    private final ClusterEvents events = new ClusterEvents(cluster, LIMITS);
    private final List<Socket> sockets = new ArrayList<>();
    private HubPort port;

    @BeforeEach
    void open() throws Exception {
        port = new HubPort();
        port.hub.setEvents(events);
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        events.close();
        port.close();
    }

    @Test
    void theViewComesFirstThenEveryChange() throws Exception {
        BufferedReader reader = listen();
        assertThat(next(reader)).startsWith("id: 7-1|event: view|data: {");

        for (int i = 2; i < 500; i++) {
            cluster.change(Examples.OF_HUB);
            assertThat(next(reader)).startsWith("id: 7-" + i + "|event: service-added|data: {");
        }
    }

    @Test
    void aQuietConnectionHasAHeartbeat() throws Exception {
        BufferedReader reader = listen();
        next(reader);

        assertThat(event(reader)).isEqualTo(": still here");
        assertThat(event(reader)).isEqualTo(": still here");
    }

    @Test
    void moreThanTheBoundAreRefusedUntilOneIsGone() throws Exception {
        listen();
        listen();

        HttpResponse<String> refused = port.get("/cluster/events");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).isEqualTo("2 listen already, and that is the bound (events.clients)\n");

        sockets.get(0).close();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(next(listen())).contains("event: view"));
    }

    @Test
    void aSlowOneIsCutOffAndNobodyWaitsForIt() throws Exception {
        listen(); // and never reads
        BufferedReader quick = listen();
        next(quick);

        ServiceEntry large =
                new ServiceEntry("large", List.of("x.Y"), MemberId.HUB, Map.of("text", "x".repeat(100_000)));
        for (int i = 2; i < 302; i++) {
            cluster.change(large);
            assertThat(next(quick)).startsWith("id: 7-" + i + "|");
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> events.listening() == 1);
        assertThat(events.cut()).isEqualTo(1);
        Socket slow = sockets.get(0);
        slow.setSoTimeout(20_000);
        assertThat(slow.getInputStream().readAllBytes().length).isLessThan(300 * 100_000);
    }

    @Test
    void theEndOfTheHubEndsTheStream() throws Exception {
        BufferedReader reader = listen();
        next(reader);

        events.close();

        String line = reader.readLine();
        while (line != null && !line.equals("0")) {
            line = reader.readLine();
        }
        assertThat(line).isEqualTo("0");
    }

    private BufferedReader listen() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port());
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        socket.getOutputStream()
                .write("GET /cluster/events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
        return reader;
    }

    /** The next event that is no heartbeat. */
    private static String next(BufferedReader reader) throws IOException {
        String event = event(reader);
        while (event.startsWith(":")) {
            event = event(reader);
        }
        return event;
    }

    /** The lines of one event; headers and the lengths of chunks are left out. */
    private static String event(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("id: ")
                    || line.startsWith("event: ")
                    || line.startsWith("data: ")
                    || line.startsWith(":")) {
                lines.add(line);
            } else if (line.isEmpty() && !lines.isEmpty()) {
                return String.join("|", lines);
            }
        }
        throw new IOException("the stream has ended");
    }

    /** Changes when it is told to. */
    private static final class ManualCluster implements ClusterService {

        private final List<ClusterListener> listeners = new ArrayList<>();
        private volatile ClusterView view = Examples.view(1, List.of(Examples.INSTANCE), List.of());

        void change(ServiceEntry added) {
            ClusterView before = view;
            view = Examples.view(before.revision() + 1, before.members(), List.of(added));
            listeners.forEach(listener -> listener.changed(new ClusterEvent.ServiceAdded(added), before, view));
        }

        @Override
        public MemberId self() {
            return MemberId.HUB;
        }

        @Override
        public String incarnation() {
            return "i";
        }

        @Override
        public ClusterView view() {
            return view;
        }

        @Override
        public AutoCloseable subscribe(ClusterListener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
