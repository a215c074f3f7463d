package org.asterism.hub.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.hub.internal.standby.Arbitration;
import org.asterism.hub.internal.standby.Decision;
import org.asterism.hub.internal.standby.HubRole.Role;
import org.asterism.hub.internal.standby.LeaseStore;
import org.asterism.hub.internal.standby.Timing;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several keepers on one H2 and on the real clock, with a short lease. */
@Timeout(60)
class LeaseKeeperTest {

    private static final Timing TIMING = new Timing(Duration.ofMillis(400), Duration.ofMillis(100));

    private final JdbcDataSource database = new JdbcDataSource();
    private final AtomicReference<CountDownLatch> frozen = new AtomicReference<>(new CountDownLatch(0));
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger mostActive = new AtomicInteger();
    private final List<Long> epochs = new CopyOnWriteArrayList<>();
    private final List<LeaseKeeper> keepers = new ArrayList<>();

    @BeforeEach
    void open() {
        database.setURL("jdbc:h2:mem:keeper;DB_CLOSE_DELAY=-1");
        for (int i = 1; i <= 3; i++) {
            keepers.add(keeper("life-" + i));
        }
    }

    @AfterEach
    void close() throws SQLException {
        frozen.get().countDown();
        keepers.forEach(LeaseKeeper::close);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void oneIsActiveAndTheOthersKnowIt() {
        keepers.forEach(LeaseKeeper::start);
        LeaseKeeper first = awaitActive();

        await().until(() -> keepers.stream()
                .allMatch(keeper -> keeper.state().epoch() == first.state().epoch()));
        assertThat(keepers)
                .filteredOn(keeper -> keeper.state().role() == Role.STANDBY)
                .hasSize(2);
    }

    @Test
    void anotherTakesOverFromOneThatStopsUntilNoneIsLeft() {
        keepers.forEach(LeaseKeeper::start);
        for (int i = 0; i < 3; i++) {
            LeaseKeeper holder = awaitActive();
            holder.close();
            assertThat(holder.state().role()).isEqualTo(Role.STANDBY);
            keepers.remove(holder);
        }

        assertThat(epochs).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertThat(mostActive).hasValue(1);
    }

    @Test
    void stepsDownInTimeWhenTheDatabaseHangs() {
        keepers.forEach(LeaseKeeper::start);
        awaitActive();
        frozen.set(new CountDownLatch(1));

        await().atMost(5, TimeUnit.SECONDS).untilAtomic(active, org.hamcrest.Matchers.is(0));
        frozen.get().countDown();
        awaitActive();
        assertThat(mostActive).hasValue(1);
    }

    @Test
    void resignsForAHigherEpoch() {
        LeaseKeeper only = keepers.get(0);
        only.start();
        awaitActive();
        only.resign(5000, "a member has seen epoch 5000");

        await().until(() -> only.isActive(5001));
        assertThat(epochs).containsExactly(1000L, 5001L);
    }

    private LeaseKeeper awaitActive() {
        return await().atMost(10, TimeUnit.SECONDS)
                .until(
                        () -> keepers.stream()
                                .filter(keeper -> keeper.state().role() == Role.ACTIVE)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private LeaseKeeper keeper(String life) {
        JdbcLeaseStore store = new JdbcLeaseStore(database::getConnection, Duration.ofSeconds(1));
        LeaseStore freezing = new FreezingStore(store, frozen);
        return new LeaseKeeper(new Arbitration(life, life, TIMING), freezing, () -> 1000, this::decided);
    }

    private void decided(Decision decision) {
        if (decision instanceof Decision.Activate activate) {
            epochs.add(activate.epoch());
            mostActive.accumulateAndGet(active.incrementAndGet(), Math::max);
        } else {
            active.decrementAndGet();
        }
    }
}
