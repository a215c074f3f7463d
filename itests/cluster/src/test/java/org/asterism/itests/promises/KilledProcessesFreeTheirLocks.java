package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.itests.fence.Writers;
import org.asterism.itests.harness.ChildJvm;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody watches over a plain client; the hub sees by itself that its process is gone. */
@ExtendWith(SharedStar.class)
class KilledProcessesFreeTheirLocks {

    @Test
    void longBeforeTheLeaseIsOver(Star star) throws Exception {
        Logs logs = star.logs();
        Writers writers = Writers.without(star);
        try (ChildJvm killed = writers.start("client/killed");
                ChildJvm next = writers.start("client/next")) {
            long early = Writers.lock(killed);
            long number = killed.handle().pid();

            Signals.kill(killed.handle());

            assertThat(Writers.lock(next)).isGreaterThan(early);
            List<String> freed = logs.of("hub").stream()
                    .filter(line -> line.contains("client/killed") && line.contains("held → free"))
                    .toList();
            assertThat(freed).singleElement().asString().contains("its process " + number + " is gone");
        }
    }
}
