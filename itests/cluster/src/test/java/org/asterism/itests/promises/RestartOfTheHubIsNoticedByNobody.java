package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.HubEvents;
import org.asterism.itests.harness.LiveCommand;
import org.asterism.itests.harness.Load;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading goes on as if nothing had happened; reserving, which needs a lock, waits for the hub and then goes on. */
@ExtendWith(SharedStar.class)
class RestartOfTheHubIsNoticedByNobody {

    /** They are told once that it is away, once that it is back, and of nobody that he is lost. */
    @Test
    void butByThoseWhoWatch(Star star) throws Exception {
        try (LiveCommand watch = star.liveShell("a", "asterism:watch", "--json")) {
            watch.await("the watch begins", line -> line.contains("\"type\":\"view\""));
            HubEvents ended = HubEvents.of(star.hubPage(1));
            star.kill("hub");
            watch.await("the hub is away", line -> line.contains("\"type\":\"hub-disconnected\""));
            assertThat(star.shell("b", "asterism:members")).startsWith("The link to the hub is down");
            star.start("hub");
            List<String> lines = watch.await("the view is whole", line -> line.contains("\"type\":\"view-settled\""));

            assertThat(types(lines).stream().filter(type -> !type.startsWith("service-")))
                    .containsExactly("view", "hub-disconnected", "hub-connected", "view-settled");
            assertThat(lines.get(lines.size() - 1)).contains("\"connected\":true", "\"complete\":true");
            assertThat(ended.all()).extracting(HubEvents.Event::type).containsExactly("view");
            ended.close();
            try (HubEvents again = HubEvents.of(star.hubPage(1))) {
                assertThat(again.all().get(0).data().path("members")).hasSize(6);
            }
        }
    }

    @Test
    void noRequestFailsAndNoProcessRestarts(Star star) throws Exception {
        Status before = star.status();
        try (Customers customers = Customers.of(star, "steady")) {
            Load load = customers.load();
            load.awaitMore(200);
            star.kill("hub");
            load.awaitMore(200);
            star.start("hub");
            star.awaitStatus(
                    "the lists are whole again", status -> status.services().equals(before.services()));
            load.awaitMore(200);

            assertThat(load.stop().failures()).isEmpty();
        }

        Status after = star.status();
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(after.incarnations()).isEqualTo(before.incarnations());
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
    }

    private static List<String> types(List<String> lines) throws Exception {
        List<String> types = new ArrayList<>();
        for (String line : lines) {
            types.add(new ObjectMapper().readTree(line).path("type").asText());
        }
        return types;
    }
}
