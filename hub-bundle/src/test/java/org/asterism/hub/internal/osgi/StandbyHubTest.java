package org.asterism.hub.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.asterism.hub.internal.artemis.FreePort;
import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.hub.internal.standby.Arbitration;
import org.asterism.hub.internal.standby.HubRole.Role;
import org.asterism.hub.internal.standby.InMemoryLeaseStore;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.hub.internal.standby.Timing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StandbyHubTest {

    private static final Timing TIMING = new Timing(Duration.ofMillis(400), Duration.ofMillis(100));

    private final InMemoryLeaseStore row = new InMemoryLeaseStore();
    private final AtomicInteger running = new AtomicInteger();
    private final List<HubStartException> failures = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> executors = new ArrayList<>();
    private final Life firstLife = new Life();
    private final Life secondLife = new Life();
    private final StandbyHub first = hub("first", firstLife);
    private final StandbyHub second = hub("second", secondLife);

    /** Counts instead of listening. */
    private final class Life implements HubLife {
        private final List<Long> epochs = new CopyOnWriteArrayList<>();
        private volatile LongConsumer deposed = epoch -> {};
        private volatile boolean up;
        private volatile boolean broken;

        @Override
        public void start(Mandate mandate) throws HubStartException {
            if (broken) {
                FreePort.require("192.0.2.1", 1);
            }
            running.incrementAndGet();
            deposed = mandate.deposed();
            up = true;
            epochs.add(mandate.epoch().orElseThrow());
        }

        @Override
        public void stop() {
            if (up) {
                up = false;
                running.decrementAndGet();
            }
        }
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        executors.forEach(ExecutorService::shutdownNow);
        assertThat(running).hasValue(0);
    }

    @Test
    void theStandbyTakesOverWhenTheActiveOneStops() {
        first.start();
        await().until(() -> firstLife.up);
        second.start();
        await().until(() -> second.role().state().active().equals("first"));
        assertThat(secondLife.up).isFalse();

        first.close();
        await().until(() -> secondLife.up);
        assertThat(secondLife.epochs.get(0)).isGreaterThan(firstLife.epochs.get(0));
    }

    @Test
    void oneThatIsDeposedComesBackWithAHigherEpoch() {
        first.start();
        await().until(() -> firstLife.up);
        long epoch = firstLife.epochs.get(0);
        firstLife.deposed.accept(epoch + 5000);

        await().until(() -> firstLife.epochs.size() == 2);
        assertThat(firstLife.epochs.get(1)).isEqualTo(epoch + 5001);
    }

    @Test
    void oneThatCannotListenLeavesItToTheOther() {
        firstLife.broken = true;
        first.start();
        await().until(() -> !failures.isEmpty());
        assertThat(failures.get(0)).hasMessageContaining("cannot listen on 192.0.2.1:1");

        second.start();
        await().until(() -> secondLife.up);
        assertThat(first.role().state().role()).isEqualTo(Role.STANDBY);
    }

    private StandbyHub hub(String name, Life life) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executors.add(executor);
        return new StandbyHub(life, new Arbitration(name, name, TIMING), row, executor, failures::add);
    }
}
