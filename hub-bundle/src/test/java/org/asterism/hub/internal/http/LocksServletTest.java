package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.asterism.hub.internal.standby.HubRole;
import org.asterism.hub.internal.standby.HubRole.Role;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockKey;
import org.asterism.testing.lock.FixedLockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocksServletTest {

    private final FixedLockServer server =
            new FixedLockServer(LockKey.of("shop", "order", "2026", LockKey.ANY), LockKey.of("shop", "product"));
    private HubPort port;

    @BeforeEach
    void open() throws Exception {
        port = new HubPort();
        port.locks.setServer(server);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void aPartOfTheTableIsJson() throws Exception {
        HttpResponse<String> answer = port.get("/locks?namespace=shop&name=order&owner=a&older-than=5min&limit=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":{\"grace\":false,\"held\":2,\"waiting\":0,\"granted\":2,\"released\":0,"
                                + "\"timedOut\":0,\"refused\":0,\"lost\":0},\"locks\":[{\"key\":\"shop:order[2026, *]\","
                                + "\"namespace\":\"shop\",\"name\":\"order\",\"arguments\":[\"2026\",\"*\"],\"holders\":["
                                + "{\"member\":\"a/1\",\"session\":\"s-1\",\"party\":\"main#1\",\"mode\":\"EXCLUSIVE\",\"count\":1,"
                                + "\"fencingToken\":\"9223372036854775807\",\"ageMillis\":360000}],\"waiters\":[]}],\"more\":true}\n");
        assertThat(server.asked())
                .isEqualTo(new LockFilter(
                        Optional.of("shop"),
                        Optional.of("order"),
                        Optional.of("a"),
                        Optional.of(Duration.ofMinutes(5))));
    }

    @Test
    void nothingIsChosenByDefault() throws Exception {
        assertThat(port.get("/locks").body()).endsWith("\"more\":false}\n");
        assertThat(server.asked()).isEqualTo(LockFilter.ALL);
    }

    @Test
    void whatOverlaps() throws Exception {
        assertThat(overlapping("shop:order[2026,17]"))
                .contains("\"key\":\"shop:order[2026, *]\"")
                .endsWith("\"more\":false}\n");
        assertThat(overlapping("shop:order[2025, 17]")).contains("\"locks\":[]");
    }

    private String overlapping(String key) throws Exception {
        return port.get("/locks/overlapping?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void whatIsHeldForTooLong() throws Exception {
        assertThat(port.get("/locks/long-held").body())
                .startsWith("{\"alarmMillis\":300000,\"grants\":3,\"locks\":[{\"key\":\"shop:order[2026, *]\",")
                .doesNotContain("shop:product");
    }

    @Test
    void everyProblemOfTheHubIsTold() throws Exception {
        port.hub.addHealth(() -> Optional.of("the disk is full"));
        port.hub.addHealth(Optional::empty);
        port.hub.addHealth(() -> Optional.of("locks are held"));

        assertThat(port.hub.condition().problem()).contains("the disk is full; locks are held");
    }

    @Test
    void numbersAndDeadlocks() throws Exception {
        assertThat(port.get("/locks/statistics").body())
                .startsWith("{\"status\":{")
                .endsWith("\"overflows\":[]}\n");
        assertThat(port.get("/locks/deadlocks").body()).isEqualTo("[]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/locks",
                "/locks/overlapping?key=a:b%5B%5D",
                "/locks/long-held",
                "/locks/statistics",
                "/locks/deadlocks"
            })
    void onlyReadingIsAnsweredAndNothingIsCached(String path) throws Exception {
        assertThat(port.send("HEAD", path).statusCode()).isEqualTo(200);
        assertThat(port.get(path).headers().firstValue("Cache-Control")).contains("no-store");
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
            assertThat(port.send(method, path).statusCode()).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/locks?limit=0 | not a limit: '0' (expected 1 to 1000)",
                "/locks?limit=1e3 | not a limit: '1e3' (expected 1 to 1000)",
                "/locks?older-than=5 | not a duration: '5' (expected 250ms, 30s, 5min, 2h or 1d)",
                "/locks?name=a&name=b | not a parameter to be given several times: name",
                "/locks?key=a | not a parameter here: key (known: namespace, name, owner, older-than, limit)",
                "/locks/overlapping | not a lock: the parameter key is missing",
                "/locks/overlapping?key=a | not a lock: 'a' (expected namespace:name[argument, argument]): there is no ':'",
                "/locks/long-held?x=1 | not a parameter here: x (known: none)",
                "/locks/statistics?x=1 | not a parameter here: x (known: none)",
                "/locks/deadlocks?x=1 | not a parameter here: x (known: none)"
            })
    void badParametersAreNamed(String path, String message) throws Exception {
        HttpResponse<String> answer = port.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + message + "\"}\n");
    }

    @Test
    void thereIsNothingElse() throws Exception {
        assertThat(port.get("/locks/").statusCode()).isEqualTo(404);
        assertThat(port.get("/locks/x").body()).isEqualTo("{\"error\":\"there is nothing here; try /locks\"}\n");
    }

    @Test
    void oneThatHasNoLockServerSaysSo() throws Exception {
        port.locks.unsetServer(server);
        port.hub.setRole(() -> new HubRole.State(Role.STANDBY, "10.0.0.2:61616", 7, ""));

        HttpResponse<String> answer = port.get("/locks");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).startsWith("{\"role\":\"standby\",\"active\":\"10.0.0.2:61616\"");
    }
}
