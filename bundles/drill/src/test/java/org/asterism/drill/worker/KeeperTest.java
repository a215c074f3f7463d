package org.asterism.drill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.asterism.drill.history.HistoryBuilder;
import org.asterism.drill.register.FencedRegister;
import org.asterism.lock.LockKey;
import org.junit.jupiter.api.Test;

class KeeperTest {

    @Test
    void writesAtTheBeginAndAtTheEndAndBelievesInBetween() throws Exception {
        HistoryBuilder history = new HistoryBuilder();
        LockKey key = LockKey.of("n", "kept", "0");
        Keeper keeper = new Keeper(
                new InMemoryLocks(),
                new Recorder("w", event -> history.add("w", event)),
                new FencedRegister(history::wrote),
                key,
                new Random(1),
                () -> false);

        keeper.once(Duration.ofMillis(50));

        var told = history.build(0, System.nanoTime());
        assertThat(told.writes()).hasSize(2).allMatch(write -> write.cell().equals(key));
        assertThat(told.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.believed() - grant.from())
                    .isGreaterThan(Duration.ofMillis(30).toNanos());
            assertThat(grant.released()).isPresent();
        });
    }
}
