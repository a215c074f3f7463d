package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asterism.itests.harness.Monitor;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers and health of every container say what happens. */
@ExtendWith(SharedStar.class)
class NumbersAreTrue {

    private static final int TIMES = 20;
    private static final List<String> CONTAINERS = List.of("hub", "a", "a/1", "a/2", "b", "b/1", "b/2");
    private static final Pattern NAME = Pattern.compile("^(\\w+)[{ ].*");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `((?:asterism|jvm|process)_\\w+)` .*");
    private static final Path DOCUMENT = Path.of("../../docs/monitoring.md");

    @Test
    void countersCountWhatWasDone(Star star) throws Exception {
        Monitor a = Monitor.of(star, "a");
        Monitor hub = Monitor.of(star, "hub");
        Shop shop = new Shop(star.dispatcher(0));
        shop.create("counted", TIMES);
        String requests = "asterism_dispatcher_requests_total";
        String shops = "asterism_dispatcher_application_requests_total{application=\"/shop\"}";
        double requestsBefore = a.number(requests);
        double shopsBefore = a.number(shops);
        double grantedBefore = granted(hub);
        double carriedBefore = hub.number("asterism_hub_messages_total");

        for (int i = 0; i < TIMES; i++) {
            assertThat(shop.reserve("counted", 1).statusCode()).isEqualTo(200);
        }

        assertThat(a.number(requests) - requestsBefore).isEqualTo(TIMES);
        await().atMost(Duration.ofSeconds(30)) // an answer is counted when its last byte has left
                .untilAsserted(() -> assertThat(a.number(shops) - shopsBefore).isEqualTo(TIMES));
        assertThat(granted(hub) - grantedBefore).isGreaterThanOrEqualTo(TIMES);
        assertThat(hub.number("asterism_hub_messages_total") - carriedBefore).isGreaterThanOrEqualTo(TIMES);
    }

    private static double granted(Monitor hub) throws IOException, InterruptedException {
        return hub.numbers("/metrics").stream()
                .filter(line -> line.startsWith("asterism_locks_granted_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void everyContainerTellsItsOwnAndAnyOneThoseOfAll(Star star) throws Exception {
        Set<String> documented = documented();
        for (String container : CONTAINERS) {
            List<String> numbers = Monitor.of(star, container).numbers("/metrics");
            assertThat(numbers)
                    .as("numbers of %s", container)
                    .anyMatch(line -> line.startsWith("asterism_container_info{id=\"" + container + "\""))
                    .anyMatch(line -> line.startsWith("process_cpu_seconds_total "))
                    .anyMatch(line -> line.startsWith("asterism_members{kind=\"server-node\",state=\"UP\"} 4"));
            assertThat(documented).containsAll(names(numbers));
        }
        assertThat(Monitor.of(star, "a/1").numbers("/metrics"))
                .anyMatch(line -> line.startsWith("asterism_sessions_saved_total "))
                .anyMatch(line -> line.startsWith("asterism_datasource_max{pool="));
        assertThat(Monitor.of(star, "a").numbers("/metrics"))
                .contains("asterism_node_state{node=\"a/1\",state=\"UP\"} 1.0");
        List<String> all = Monitor.of(star, "hub").numbers("/metrics/cluster");
        for (String container : CONTAINERS) {
            assertThat(all).anyMatch(line -> line.startsWith("jvm_threads_current{member=\"" + container + "\"} "));
        }
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .map(DOCUMENTED::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(List<String> numbers) {
        return numbers.stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void whoIsWellSaysSoAndTheDispatcherShowsNoneOfIt(Star star) throws Exception {
        for (String container : CONTAINERS) {
            Monitor monitor = Monitor.of(star, container);
            assertThat(monitor.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(monitor.get("/health/ready").statusCode())
                    .as("%s: %s", container, monitor.get("/health").body())
                    .isEqualTo(200);
        }
        assertThat(Monitor.of(star, "hub").health("/health/cluster")).hasSize(CONTAINERS.size());
        assertThat(new Shop(star.dispatcher(0)).get("/metrics").statusCode()).isEqualTo(404);
        assertThat(star.shell("b", "asterism:health", "--all")).contains("a/1     yes   yes");
        assertThat(star.shell("a/1", "asterism:alarms", "--json")).contains("\"member\" : \"a/1\"");
    }

    @Test
    void aDrainedNodeIsNotReadyButLive(Star star) throws Exception {
        Monitor node = Monitor.of(star, "b/2");
        star.shell("b", "asterism:node-drain", "b/2");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.get("/health/ready").statusCode() == 503);
        JsonNode wrong = node.health("/health/ready").path("wrong");
        assertThat(wrong).hasSize(1);
        assertThat(wrong.get(0).path("name").asText()).isEqualTo("member");
        assertThat(wrong.get(0).path("text").asText()).contains("node-resume");
        assertThat(node.get("/health/live").statusCode()).isEqualTo(200);
        star.shell("b", "asterism:node-resume", "b/2");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.get("/health/ready").statusCode() == 200);
    }
}
