package org.asterism.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Listens to {@code /cluster/events} of a hub until it is closed or the hub ends. */
public final class HubEvents implements AutoCloseable {

    private final Socket socket;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** @param nanos when it came, by {@link System#nanoTime} */
    public record Event(String id, String type, JsonNode data, long nanos) {

        /** Whose event it is; empty if no member's. */
        public String member() {
            return data.at("/member/id").asText(data.path("id").asText());
        }

        @Override
        public String toString() {
            return id + " " + type + " " + member() + " " + data.path("cause").asText();
        }
    }

    private HubEvents(Socket socket) {
        this.socket = socket;
    }

    /** Returns when the first event is there, which is the whole view. */
    public static HubEvents of(HubPage hub) {
        try {
            Socket socket = new Socket(hub.base().getHost(), hub.base().getPort());
            // of HTTP 1.0 the answer is not cut into chunks, and a socket can be closed while someone reads
            socket.getOutputStream().write("GET /cluster/events HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            HubEvents heard = new HubEvents(socket);
            Thread reader = new Thread(heard::read, "hub-events");
            reader.setDaemon(true);
            reader.start();
            Awaitility.await("the first event").atMost(Duration.ofSeconds(10)).until(() -> heard.events.stream()
                    .anyMatch(event -> event.type().equals("view")));
            return heard;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Event> all() {
        return List.copyOf(events);
    }

    /** What has happened to a member, in order: the types of its events. */
    public List<String> typesOf(String member) {
        return events.stream()
                .filter(event -> event.member().equals(member))
                .map(Event::type)
                .toList();
    }

    /** Waits for an event of a member. */
    public Event await(String type, String member, Duration limit) {
        return Awaitility.await(type + " of " + member)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> find(type, member), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Event> find(String type, String member) {
        return events.stream()
                .filter(event -> event.type().equals(type) && event.member().equals(member))
                .findFirst();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String id = "";
            String type = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, type, HubPage.json(line.substring(6)), System.nanoTime()));
                }
            }
        } catch (IOException e) {
            // closed, or the hub is gone: there is nothing more to hear
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
