package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.itests.fence.Writers;
import org.asterism.itests.harness.ChildJvm;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A process is stopped in the middle of its transaction, at the worst moment: after it has seen that its lock is valid. When it
 * goes on, somebody else has had the lock and has committed.
 */
@ExtendWith(SharedStar.class)
class StaleHolderWritesNothing {

    @Test
    void whoWasStoppedInItsTransactionIsRefused(Star star) throws Exception {
        Writers writers = new Writers(star);
        try (ChildJvm stopped = writers.start("client/stopped");
                ChildJvm next = writers.start("client/next")) {
            long early = Writers.lock(stopped);
            Writers.writeToTheFence(stopped);
            long late;
            Signals.pause(stopped.handle());
            try {
                late = Writers.lock(next);
                Writers.writeToTheFence(next);
                Writers.goOnAndCommit(next);
            } finally {
                Signals.resume(stopped.handle());
            }
            assertThat(late).isGreaterThan(early);
            assertThat(stopped.ask("valid")).isEqualTo("false");

            Writers.goOnAndBeRefused(stopped);

            assertThat(writers.written())
                    .containsExactly("client/next before the fence " + late, "client/next behind the fence " + late);
            assertThat(writers.fence()).containsExactly(Long.toString(late));
        }
    }
}
