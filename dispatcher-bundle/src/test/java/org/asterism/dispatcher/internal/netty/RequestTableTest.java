package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each request of the table {@code http11-requests.txt}. */
@Timeout(60)
class RequestTableTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})|\\{(.)\\*(\\d+)\\}");

    private static Backend node;
    private static Front front;

    /** For requests whose beginning goes on: when their node sees it is left open, so that it must not disturb the others. */
    private static Backend begun;

    private static Front beginnings;

    @BeforeAll
    static void start() throws Exception {
        node = Backend.named("a/1");
        front = Front.of(node.up("/"));
        begun = Backend.named("a/1");
        beginnings = Front.of(begun.up("/"));
    }

    @AfterAll
    static void stop() throws Exception {
        front.close();
        beginnings.close();
        node.close();
        begun.close();
    }

    static Stream<Arguments> rows() throws IOException {
        try (InputStream in = RequestTableTest.class.getResourceAsStream("/http11-requests.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(RequestTableTest::row)
                            .toList()
                            .stream();
        }
    }

    private static Arguments row(String line) {
        String[] cells = line.split(" \\| ?", 4);
        return Arguments.of(cells[2].strip(), Integer.parseInt(cells[0].strip()), cells[1].strip(), bytes(cells[3]));
    }

    /** Each character of the result is a byte. */
    private static String bytes(String text) {
        String plain = text.replace("{H}", "Host: t\\r\\n")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\\", "\\");
        return ESCAPE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(unescape(found.group(1), found)));
    }

    private static String unescape(String hex, MatchResult found) {
        return hex != null
                ? String.valueOf((char) Integer.parseInt(hex, 16))
                : found.group(2).repeat(Integer.parseInt(found.group(3)));
    }

    private static RawClient connect(String seen) throws IOException {
        return (seen.equals("?") ? beginnings : front).connect();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("rows")
    void isJudgedAsTheTableSays(String name, int status, String seen, String request) throws Exception {
        node.requests.clear();
        try (RawClient client = connect(seen)) {
            client.send(request);
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).as(name).isEqualTo(status);
            if (status == 200) {
                assertThat(client.get("/next").answer().status()).isEqualTo(200);
                assertThat(node.requests).hasSize(2);
                assertThat(node.requests.get(1).head()).startsWith("GET /next HTTP/1.1\r\n");
            } else {
                assertThat(answer.header("connection")).isEqualTo("close");
                assertThat(client.isClosedByPeer()).isTrue();
            }
        }
        if (seen.equals("-")) {
            assertThat(node.requests).isEmpty();
        } else if (!seen.equals("?")) {
            assertThat(node.requests.get(0).head()).startsWith(seen + " HTTP/1.1\r\n");
        }
    }

    /** A request that cannot be understood must not hide another one. */
    @ParameterizedTest(name = "after {0}")
    @MethodSource("rows")
    void nothingIsReadAfterWhatIsRefused(String name, int status, String seen, String request) throws Exception {
        if (status != 200) {
            node.requests.clear();
            try (RawClient client = connect(seen)) {
                client.send(request + "GET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n");
                assertThat(client.answer().status()).isBetween(400, 505);
                assertThat(client.isClosedByPeer()).isTrue();
            }
            assertThat(node.requests).noneMatch(found -> found.target().equals("/smuggled"));
            assertThat(begun.requests).noneMatch(found -> found.target().equals("/smuggled"));
        }
    }
}
