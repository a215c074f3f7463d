package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStar.class)
class KilledNodeComesBack {

    @Test
    void asANewProcessAndANewIncarnationWhileTheOthersRunOn(Star star) {
        Status before = star.status();

        star.kill("a/1");

        Status after = star.awaitStatus(
                "a/1 is UP again",
                status -> status.membersUp().equals(before.membersUp())
                        && !status.incarnations()
                                .get("a/1")
                                .equals(before.incarnations().get("a/1"))
                        && status.serves("/shop"));
        assertThat(after.nodePids().get("a/1")).isNotEqualTo(before.nodePids().get("a/1"));
        assertThat(after.node("a/1").orElseThrow().get("restarts").asInt())
                .isGreaterThan(before.node("a/1").orElseThrow().get("restarts").asInt());
        assertThat(after.nodePids().tailMap("a/2")).isEqualTo(before.nodePids().tailMap("a/2"));
    }
}
