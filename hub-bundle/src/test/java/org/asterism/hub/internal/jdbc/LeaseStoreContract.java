package org.asterism.hub.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.asterism.hub.internal.standby.Histories;
import org.asterism.hub.internal.standby.LeaseRow;
import org.asterism.hub.internal.standby.LeaseStore;
import org.asterism.hub.internal.standby.LeaseStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link LeaseStore} promises, on a real database. */
@Timeout(60)
abstract class LeaseStoreContract {

    private static final LeaseRow FIRST = new LeaseRow("life-1", "127.0.0.1:61616", 100, 1);
    private static final LeaseRow SECOND = new LeaseRow("life-2", "127.0.0.1:61617", 101, 2);

    private final List<LeaseStore> stores = new ArrayList<>();

    abstract DataSource dataSource();

    @BeforeEach
    void noTable() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS asterism_hub");
        }
    }

    @AfterEach
    void close() {
        stores.forEach(LeaseStore::close);
    }

    @Test
    void makesItsTable() throws LeaseStoreException {
        assertThat(store().read()).isEmpty();
        assertThat(store().read()).isEmpty();
    }

    @Test
    void isTakenByTheOneWhoHasSeenItAsItIs() throws LeaseStoreException {
        LeaseStore store = store();
        assertThat(store.take(Optional.empty(), FIRST)).isTrue();
        assertThat(store.take(Optional.empty(), SECOND)).isFalse();
        assertThat(store.read()).contains(FIRST);

        assertThat(store.renew(FIRST)).isTrue();
        assertThat(store.take(Optional.of(FIRST), SECOND)).isFalse();
        Optional<LeaseRow> seen = store.read();
        assertThat(seen).contains(new LeaseRow("life-1", "127.0.0.1:61616", 100, 2));
        assertThat(store.take(seen, SECOND)).isTrue();
        assertThat(store.renew(FIRST)).isFalse();
        assertThat(store.read()).contains(SECOND);
    }

    @Test
    void isGivenBackByItsHolderAlone() throws LeaseStoreException {
        LeaseStore store = store();
        store.take(Optional.empty(), FIRST);
        store.release(SECOND, 300);
        assertThat(store.read()).contains(FIRST);

        store.release(FIRST, 200);
        assertThat(store.read()).contains(new LeaseRow("", "", 200, 2));
        assertThat(store.renew(FIRST)).isFalse();
    }

    @RepeatedTest(10)
    void oneOfManyTakesIt() throws Exception {
        assertThat(winners(Optional.empty())).isEqualTo(1);
        assertThat(winners(store().read())).isEqualTo(1);
    }

    @Test
    void opensAnotherConnectionWhenOneIsBroken() throws Exception {
        List<Connection> opened = new ArrayList<>();
        LeaseStore store = add(new JdbcLeaseStore(
                () -> {
                    opened.add(dataSource().getConnection());
                    return opened.get(opened.size() - 1);
                },
                Duration.ofSeconds(1)));
        store.take(Optional.empty(), FIRST);
        opened.get(0).close();

        assertThatExceptionOfType(LeaseStoreException.class).isThrownBy(store::read);
        assertThat(store.read()).contains(FIRST);
        assertThat(opened).hasSize(2);
    }

    @Test
    void oneIsActiveWhateverHappens() throws SQLException {
        for (int i = 0; i < 4; i++) {
            noTable();
            Histories.run(this::store);
        }
    }

    private long winners(Optional<LeaseRow> seen) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> takers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                LeaseStore store = store();
                store.read();
                LeaseRow mine = new LeaseRow(
                        "life-" + i, "", 100 + seen.map(LeaseRow::epoch).orElse(0L), 7);
                takers.add(() -> store.take(seen, mine));
            }
            long winners = 0;
            for (Future<Boolean> taken : executor.invokeAll(takers)) {
                winners += taken.get() ? 1 : 0;
            }
            return winners;
        } finally {
            executor.shutdownNow();
        }
    }

    private LeaseStore store() {
        return add(new JdbcLeaseStore(() -> dataSource().getConnection(), Duration.ofSeconds(1)));
    }

    private LeaseStore add(LeaseStore store) {
        stores.add(store);
        return store;
    }
}
