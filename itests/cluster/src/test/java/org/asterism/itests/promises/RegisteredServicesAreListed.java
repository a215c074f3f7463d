package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStar.class)
class RegisteredServicesAreListed {

    private static final String NODE = "org.asterism.servernode.ServerNode";

    @Test
    void theHubAndTheInstancesOfferTheirServices(Star star) {
        assertThat(star.status().services())
                .contains("org.asterism.lock.LockServer @ hub", "org.asterism.cluster.MessageServer @ hub")
                .filteredOn(service -> service.startsWith(NODE))
                .isEqualTo(List.of(NODE + " @ a", NODE + " @ a", NODE + " @ b", NODE + " @ b"));
    }

    @Test
    void theServicesOfTheHubCanBeCalledFromAMember(Star star) {
        assertThat(star.shell("a", "asterism:hub", "--json"))
                .contains("\"epoch\"", Long.toString(star.status().epoch()));
        assertThat(star.shell("b/1", "asterism:locks", "--json")).contains("[");
    }

    @Test
    void theServicesOfAKilledInstanceVanishAndReturnWhileItsNodesRunOn(Star star) {
        var pids = star.status().nodePids();

        star.kill("b");
        star.awaitStatus("b's services are gone", status -> status.services().stream()
                .noneMatch(service -> service.endsWith(" @ b")));
        star.start("instance", "b");

        assertThat(star.awaitStatus(
                                "b offers its nodes again",
                                status -> status.services().stream()
                                                .filter(service -> service.equals(NODE + " @ b"))
                                                .count()
                                        == 2)
                        .nodePids())
                .isEqualTo(pids);
    }
}
