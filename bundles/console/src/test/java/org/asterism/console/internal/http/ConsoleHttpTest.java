package org.asterism.console.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.http.HttpServlet;
import org.asterism.cluster.ClusterView;
import org.asterism.console.internal.Action;
import org.asterism.console.internal.Actions;
import org.asterism.console.internal.Entrance;
import org.asterism.console.internal.LoginTokens;
import org.asterism.console.internal.Picture;
import org.asterism.console.internal.Role;
import org.asterism.console.internal.Timeline;
import org.asterism.lock.LockServer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All of the console as a browser asks for it, behind a real HTTP server. */
class ConsoleHttpTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PASSWORD = "right";

    private final Timeline timeline = new Timeline(Duration.ofHours(1), 100);
    private final AtomicLong revision = new AtomicLong(1);
    private final Server server = new Server();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private boolean active = true;
    private Pictures pictures;
    private URI root;

    @BeforeEach
    void listen() throws Exception {
        Entrance entrance = new Entrance(
                (user, password) -> password.equals(PASSWORD) ? Optional.of(Set.of(user)) : Optional.empty(),
                new LoginTokens(new byte[] {1, 2, 3}, Duration.ofHours(1)));
        Actions actions = new Actions(
                List.of(new Greet()),
                (by, action, parameters, reason, outcome) ->
                        timeline.add(Instant.now(), "action", Map.of("by", by.user()), view()));
        Present present = new Present(new Fixed(), timeline);
        pictures = new Pictures(present, 2);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        serve(context, new PageServlet(entrance), "/console/*");
        serve(context, new LoginServlet(entrance, actions), "/console/api/session");
        serve(context, new ReadServlet(entrance, present, timeline), "/console/api/*");
        serve(context, new StreamServlet(entrance, pictures), "/console/api/stream");
        serve(context, new ActionServlet(entrance, actions), "/console/api/actions/*");
        server.setHandler(context);
        server.start();
        root = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/console/");
    }

    @AfterEach
    void close() throws Exception {
        pictures.close();
        server.stop();
    }

    private static void serve(ServletContextHandler context, HttpServlet servlet, String pattern) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, pattern);
    }

    private ClusterView view() {
        return new ClusterView(5, revision.get(), false, false, List.of(), List.of());
    }

    private final class Fixed implements Source {

        @Override
        public Optional<Map<String, Object>> picture() {
            return active ? Optional.of(new LinkedHashMap<>(Picture.of(view()))) : Optional.empty();
        }

        @Override
        public Optional<LockServer> locks() {
            return Optional.empty();
        }
    }

    private record Greet() implements Action {

        @Override
        public String name() {
            return "greet";
        }

        @Override
        public Role needs() {
            return Role.OPERATOR;
        }

        @Override
        public String perform(ActionRequest request) {
            return "hello " + request.parameters().get("whom") + ", " + request.reason();
        }
    }

    /** Someone who has logged in. */
    private record Guest(String cookie, String proof) {}

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> login(String user, String password) throws Exception {
        String body = MAPPER.writeValueAsString(Map.of("user", user, "password", password));
        return send(to("api/session").POST(BodyPublishers.ofString(body)));
    }

    private Guest guest(String user) throws Exception {
        HttpResponse<String> answer = login(user, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
        return new Guest(
                cookie.substring(0, cookie.indexOf(';')),
                json(answer).get("proof").asText());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> get(Guest guest, String path) throws Exception {
        return send(to(path).header("Cookie", guest.cookie()));
    }

    private HttpResponse<String> act(Guest guest, String proof, String body) throws Exception {
        return send(to("api/actions/greet")
                .header("Cookie", guest.cookie())
                .header("X-Asterism-Proof", proof)
                .POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index.html",
                "main.js",
                "api.js",
                "dom.js",
                "star.js",
                "layout.js",
                "views.js",
                "console.css",
                "icon.svg"
            })
    void thePageLoadsNothingFromElsewhere(String file) throws Exception {
        HttpResponse<String> answer = send(to(file));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.js",
                "%2e%2e/ConsoleServlet.class",
                "../ConsoleServlet.class",
                "package-info.class",
                "main.js/"
            })
    void nothingElseIsAFileOfThePage(String file) throws Exception {
        assertThat(send(to(file)).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/session", "api/picture", "api/timeline?after=0", "api/locks", "api/stream"})
    void whoHasNotLoggedInIsToldNothing(String path) throws Exception {
        assertThat(send(to(path)).statusCode()).isEqualTo(401);
        assertThat(send(to(path).header("Cookie", "ASTERISM_CONSOLE=a.admin.9999999999.x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongPasswordAndABodyThatIsNoLogin() throws Exception {
        assertThat(login("admin", "wrong").statusCode()).isEqualTo(401);
        assertThat(send(to("api/session").POST(BodyPublishers.ofString("{"))).statusCode())
                .isEqualTo(400);
        assertThat(send(to("api/session").POST(BodyPublishers.ofString("x".repeat(20_000))))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysHowLongToWaitToWhoGuesses() throws Exception {
        for (int i = 0; i < 8; i++) {
            login("viewer", "wrong");
        }
        HttpResponse<String> answer = login("viewer", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
    }

    @Test
    void showsTheClusterOfNowAndOfThen() throws Exception {
        Guest guest = guest("viewer");
        timeline.add(Instant.now(), "member-lost", Map.of("cause", "gone"), view());
        revision.set(9);

        assertThat(json(get(guest, "api/picture")).get("revision").asLong()).isEqualTo(9);
        assertThat(json(get(guest, "api/picture")).get("sequence").asLong()).isEqualTo(1);
        assertThat(json(get(guest, "api/picture?at=1")).get("revision").asLong())
                .isEqualTo(1);
        assertThat(get(guest, "api/picture?at=7").statusCode()).isEqualTo(400);
        assertThat(json(get(guest, "api/timeline?after=0")).get(0).get("cause").asText())
                .isEqualTo("gone");
        assertThat(get(guest, "api/timeline?after=-1").statusCode()).isEqualTo(400);
        assertThat(get(guest, "api/locks").statusCode()).isEqualTo(503);
    }

    @Test
    void aHubThatIsNotActiveSaysSo() throws Exception {
        Guest guest = guest("viewer");
        active = false;

        assertThat(get(guest, "api/picture").statusCode()).isEqualTo(503);
    }

    @Test
    void actsForWhoMayAndGivesAReason() throws Exception {
        Guest operator = guest("operator");

        HttpResponse<String> answer = act(operator, operator.proof(), "{\"whom\":\"a/1\",\"reason\":\"because\"}");

        assertThat(json(answer).get("said").asText()).isEqualTo("hello a/1, because");
        assertThat(act(operator, operator.proof(), "{}").statusCode()).isEqualTo(400);
        assertThat(json(get(operator, "api/session")).get("actions").get(0).asText())
                .isEqualTo("greet");
    }

    @Test
    void aViewerMayNotAct() throws Exception {
        Guest viewer = guest("viewer");

        assertThat(act(viewer, viewer.proof(), "{\"reason\":\"because\"}").statusCode())
                .isEqualTo(403);
        assertThat(json(get(viewer, "api/session")).get("actions")).isEmpty();
    }

    @Test
    void anotherPageCannotActInTheNameOfWhoHasLoggedIn() throws Exception {
        Guest operator = guest("operator");

        assertThat(act(operator, "", "{\"reason\":\"because\"}").statusCode()).isEqualTo(403);
        assertThat(act(operator, guest("viewer").proof(), "{\"reason\":\"because\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(to("api/actions/greet")
                                .header("Cookie", operator.cookie())
                                .POST(BodyPublishers.ofString("{\"reason\":\"because\"}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void followsWhatChanges() throws Exception {
        Guest guest = guest("viewer");
        HttpResponse<InputStream> stream =
                client.send(to("api/stream").header("Cookie", guest.cookie()).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(nextRevision(lines, 1)).isEqualTo(1);
            revision.set(2);
            pictures.changed();
            assertThat(nextRevision(lines, 2)).isEqualTo(2);
        }
    }

    @Test
    void noMorePagesThanTheBoundAreOpen() throws Exception {
        Guest guest = guest("viewer");
        HttpRequest request = to("api/stream").header("Cookie", guest.cookie()).build();
        try (InputStream first =
                        client.send(request, BodyHandlers.ofInputStream()).body();
                InputStream second =
                        client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(first.read()).isPositive();
            assertThat(second.read()).isPositive();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(503);
        }
    }

    /** Of the first picture that has at least this one; the test's own time-out ends the waiting. */
    private static long nextRevision(BufferedReader lines, long least) throws IOException {
        while (true) {
            String line = lines.readLine();
            assertThat(line).as("the stream goes on").isNotNull();
            if (line.startsWith("data: {\"epoch\"")) {
                long found = MAPPER.readTree(line.substring(6)).get("revision").asLong();
                if (found >= least) {
                    return found;
                }
            }
        }
    }
}
