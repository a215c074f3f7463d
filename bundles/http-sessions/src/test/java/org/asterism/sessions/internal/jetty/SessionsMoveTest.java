package org.asterism.sessions.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Serializable;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import javax.sql.DataSource;
import org.asterism.sessions.internal.SessionTable;
import org.asterism.sessions.internal.jdbc.Isolation;
import org.asterism.sessions.internal.jdbc.JdbcSessionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two real servers and one database. */
class SessionsMoveTest {

    private final DataSource source = SessionTable.inMemory();
    private final Application application = new Application();
    private Node a;
    private Node b;

    @BeforeEach
    void start() throws Exception {
        a = node(1800);
        b = node(1800);
    }

    private Node node(int maxInactiveSeconds) throws Exception {
        return new Node(new JdbcSessionStore(source, Isolation.NONE), application, maxInactiveSeconds);
    }

    @AfterEach
    void stop() throws Exception {
        a.close();
        b.close();
    }

    @Test
    void fromNodeToNodeWithEachRequest() throws Exception {
        HttpResponse<String> first = a.get("count", "");
        String cookie = Node.cookie(first);
        assertThat(first.body()).isEqualTo("1");
        for (int i = 2; i < 8; i++) {
            assertThat((i % 2 == 0 ? b : a).get("count", cookie).body()).isEqualTo(Integer.toString(i));
        }
        assertThat(a.counters.saved.sum() + b.counters.saved.sum()).isEqualTo(7);
        a.get("look", cookie);
        assertThat(a.counters.saved.sum() + b.counters.saved.sum())
                .as("nothing changed")
                .isEqualTo(7);
        assertThat(a.counters.touched.sum()).as("and was just used").isZero();
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() throws Exception {
        String cookie = Node.cookie(a.get("count", ""));
        CompletableFuture<HttpResponse<String>> one = async(a, "meet", cookie);
        CompletableFuture<HttpResponse<String>> two = async(b, "meet", cookie);
        List<Integer> codes =
                new ArrayList<>(List.of(one.get().statusCode(), two.get().statusCode()));
        assertThat(codes).containsExactlyInAnyOrder(200, 503);
        assertThat(a.counters.conflicts.sum() + b.counters.conflicts.sum()).isEqualTo(1);
        assertThat(a.get("count", cookie).body())
                .as("both go on from the one that got through")
                .isEqualTo("3");
        assertThat(b.get("count", cookie).body()).isEqualTo("4");
    }

    private static CompletableFuture<HttpResponse<String>> async(Node node, String path, String cookie) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return node.get(path, cookie);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void requestsOfOneNodeShareOneSession() throws Exception {
        String cookie = Node.cookie(a.get("count", ""));
        CompletableFuture<HttpResponse<String>> one = async(a, "meet", cookie);
        CompletableFuture<HttpResponse<String>> two = async(a, "meet", cookie);
        assertThat(List.of(one.get().statusCode(), two.get().statusCode())).containsOnly(200);
    }

    @Test
    void anAttributeThatCannotBeStoredFailsTheRequest() throws Exception {
        HttpResponse<String> refused = a.get("thread", "");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("session attribute thread").contains("java.lang.Thread");
        assertThat(a.get("large", "").statusCode()).isEqualTo(500);
        assertThat(a.counters.refused.sum()).isEqualTo(2);
    }

    @Test
    void oneThatBecameUnstorableLaterFailsTheRequestToo() throws Exception {
        HttpResponse<String> refused = a.get("later", "");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("could not be stored").contains("java.lang.Thread");
    }

    @Test
    void endsOnceForAll() throws Exception {
        String cookie = Node.cookie(a.get("count", ""));
        assertThat(b.get("end", cookie).body()).isEqualTo("ended");
        assertThat(a.get("look", cookie).body()).isEqualTo("none");
        assertThat(a.ended.get() + b.ended.get()).isEqualTo(1);
    }

    @Test
    void endsByTimeAtOneNode() throws Exception {
        try (Node c = node(1);
                Node d = node(1)) {
            for (int i = 0; i < 20; i++) {
                c.get("count", "");
            }
            d.get("look", "");
            assertThat(c.ended.get()).isZero();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                CompletableFuture<Void> one = CompletableFuture.runAsync(
                        () -> c.context.getSessionHandler().scavenge());
                d.context.getSessionHandler().scavenge();
                one.get(10, TimeUnit.SECONDS);
                return c.ended.get() + d.ended.get() >= 20;
            });
            c.context.getSessionHandler().scavenge();
            assertThat(c.ended.get() + d.ended.get()).isEqualTo(20);
            assertThat(c.counters.expired.sum() + d.counters.expired.sum()).isEqualTo(20);
        }
    }

    @Test
    void withoutTheDatabaseNobodyIsTakenForAStranger() throws Exception {
        String cookie = Node.cookie(a.get("count", ""));
        execute("alter table asterism_http_session rename to away");
        HttpResponse<String> refused = b.get("count", cookie);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(b.get("count", "").statusCode())
                .as("nor gets a session that nobody knows")
                .isEqualTo(503);
        execute("alter table away rename to asterism_http_session");
        assertThat(b.get("count", cookie).body()).isEqualTo("2");
    }

    @Test
    void livesInMemoryWhereThereNeverWasADatabase() throws Exception {
        try (Node c = new Node(null, application, 1800)) {
            String cookie = Node.cookie(c.get("count", ""));
            assertThat(c.get("count", cookie).body()).isEqualTo("2");
            c.gate.set(new JdbcSessionStore(source, Isolation.NONE));
            assertThat(c.get("count", cookie).body())
                    .as("and moves when there is one")
                    .isEqualTo("3");
            assertThat(a.get("count", cookie).body()).isEqualTo("4");
        }
    }

    @Test
    void aNewIdKeepsTheAttributes() throws Exception {
        String before = Node.cookie(a.get("count", ""));
        String after = Node.cookie(a.get("renew", before));
        assertThat(after).isNotEqualTo(before);
        assertThat(b.get("count", after).body()).isEqualTo("2");
        assertThat(b.get("look", before).body()).isEqualTo("none");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Counts in its sessions. */
    private static final class Application extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient CyclicBarrier meeting = new CyclicBarrier(2);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getPathInfo();
            HttpSession session = request.getSession(!path.equals("/look"));
            response.getWriter().print(session == null ? "none" : answer(path, request, session));
        }

        private String answer(String path, HttpServletRequest request, HttpSession session) {
            switch (path) {
                case "/count" -> count(session);
                case "/meet" -> meet(session);
                case "/thread" -> session.setAttribute("thread", new Thread());
                case "/large" -> session.setAttribute("large", new byte[20_000]);
                case "/later" -> later(session);
                case "/renew" -> request.changeSessionId();
                case "/end" -> {
                    session.invalidate();
                    return "ended";
                }
                default -> {}
            }
            return String.valueOf(session.getAttribute("count"));
        }

        private static void count(HttpSession session) {
            session.setAttribute("count", session.getAttribute("count") instanceof Integer count ? count + 1 : 1);
        }

        private void meet(HttpSession session) {
            count(session);
            try {
                meeting.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void later(HttpSession session) {
            Box box = new Box();
            session.setAttribute("box", box);
            box.content = new Thread();
        }
    }

    private static final class Box implements Serializable {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings({"serial", "unused", "FieldCanBeLocal"})
        private Object content;
    }
}
