package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStar.class)
class EveryoneHearsOfAJoin {

    @Test
    void aNewInstanceIsSeenByAllAndSoIsItsLeaving(Star star) {
        List<String> members = star.status().membersUp();

        try {
            star.start("instance", "c", "--nodes", "0");
            members.forEach(member -> awaitMembers(star, member, true));
        } finally {
            star.asterism("stop", "c").succeeded();
        }
        members.forEach(member -> awaitMembers(star, member, false));
        assertThat(star.status().membersUp()).isEqualTo(members);
    }

    private static void awaitMembers(Star star, String observer, boolean joined) {
        await(observer + (joined ? " sees c" : " no longer sees c"))
                .atMost(Duration.ofSeconds(20))
                .until(() -> star.shell(observer, "asterism:members", "--json").contains("\"c\"") == joined);
    }
}
