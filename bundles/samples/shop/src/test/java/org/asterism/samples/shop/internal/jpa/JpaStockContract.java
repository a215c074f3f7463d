package org.asterism.samples.shop.internal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.StaleLockException;
import org.asterism.samples.shop.internal.DatabaseUnavailableException;
import org.asterism.samples.shop.internal.FairLocks;
import org.asterism.samples.shop.internal.InMemoryFence;
import org.asterism.samples.shop.internal.Reservation;
import org.asterism.samples.shop.internal.ReserveOutcome;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.Stock;
import org.asterism.samples.shop.internal.StockLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every database that is supported must do, with the tables that {@code db/shop.sql} makes. */
@Timeout(30)
abstract class JpaStockContract {

    private static final Sku SKU = new Sku("x");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final LockKey KEY = LockKey.of("shop", "product", "x");

    private final FairLocks locks = new FairLocks();
    private final InMemoryFence fence = new InMemoryFence();
    private EntityManagerFactory units;
    private LocalTransactions transactions;
    private JpaStock stock;

    abstract DataSource dataSource() throws SQLException;

    @BeforeEach
    void open() throws IOException, SQLException {
        DataSource dataSource = dataSource();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists shop_reservation");
            statement.execute("drop table if exists shop_product");
            for (String change :
                    Files.readString(Path.of("src/main/resources/db/shop.sql")).split(";\\s*\n", -1)) {
                if (!change.isBlank()) {
                    statement.execute(change);
                }
            }
        }
        units = Persistence.createEntityManagerFactory(
                "shop",
                Map.of(
                        "javax.persistence.transactionType", "RESOURCE_LOCAL",
                        "javax.persistence.nonJtaDataSource", dataSource,
                        "hibernate.hbm2ddl.auto", "validate"));
        transactions = new LocalTransactions(units);
        stock = new JpaStock(transactions.joining(), transactions, fence);
    }

    @AfterEach
    void close() {
        units.close();
    }

    private HeldLock lock() throws InterruptedException {
        return locks.acquire(KEY, LockMode.EXCLUSIVE, Duration.ofSeconds(1));
    }

    private static Reservation order(long quantity) {
        return new Reservation(UUID.randomUUID().toString(), SKU, quantity, 1L << 40, "a/1", NOW);
    }

    private void set(long level) throws InterruptedException {
        try (HeldLock lock = lock()) {
            stock.set(new StockLevel(SKU, level), lock);
        }
    }

    private ReserveOutcome reserve(long quantity) throws InterruptedException {
        try (HeldLock lock = lock()) {
            return stock.reserve(order(quantity), lock);
        }
    }

    @Test
    void aNewShopHasSomethingToSell() {
        assertThat(stock.all(10))
                .extracting(level -> level.sku().value())
                .containsExactly("night-lamp", "star-map", "telescope");
        assertThat(stock.all(2)).hasSize(2);
    }

    @Test
    void stockIsCreatedAndSet() throws Exception {
        assertThat(stock.find(SKU)).isEmpty();
        set(5);
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 5));
        set(7);
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 7));
    }

    @Test
    void aReservationIsWrittenWithTheStock() throws Exception {
        set(5);
        assertThat(reserve(2)).isInstanceOf(ReserveOutcome.Reserved.class);
        assertThat(reserve(3)).isInstanceOf(ReserveOutcome.Reserved.class);
        assertThat(reserve(1)).isEqualTo(new ReserveOutcome.SoldOut(new StockLevel(SKU, 0)));
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 0));
        assertThat(stock.reserved(SKU)).isEqualTo(new Stock.Reserved(2, 5));
    }

    @Test
    void whatIsNotThereCannotBeReserved() throws Exception {
        assertThat(reserve(1)).isEqualTo(new ReserveOutcome.NoSuchProduct(SKU));
        assertThat(stock.reserved(SKU)).isEqualTo(new Stock.Reserved(0, 0));
    }

    @Test
    void nothingIsWrittenOnceTheLockIsLost() throws Exception {
        set(5);
        locks.lose();
        assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> reserve(1));
        assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> set(9));
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 5));
        assertThat(stock.reserved(SKU)).isEqualTo(new Stock.Reserved(0, 0));
    }

    @Test
    void aStaleHolderWritesNothing() throws Exception {
        set(5);
        fence.seen(KEY, Long.MAX_VALUE);
        assertThatExceptionOfType(StaleLockException.class).isThrownBy(() -> reserve(1));
        assertThatExceptionOfType(StaleLockException.class).isThrownBy(() -> set(9));
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 5));
        assertThat(stock.reserved(SKU)).isEqualTo(new Stock.Reserved(0, 0));
    }

    @Test
    void theStockIsReadWhenTheFenceIsAdvanced() throws Exception {
        set(5);
        fence.onAdvance = () -> execute("update shop_product set stock = 1 where sku = 'x'");
        assertThat(reserve(2)).isEqualTo(new ReserveOutcome.SoldOut(new StockLevel(SKU, 1)));
    }

    private void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsReadIsNotKeptWhenACommitFails() throws Exception {
        set(5);
        transactions.fail();
        assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> reserve(1));
        assertThat(transactions.isOpen()).isFalse();
    }

    @Test
    void whatIsReadIsNotKeptWhenARollbackFails() throws Exception {
        set(5);
        transactions.fail();
        locks.lose();
        assertThatExceptionOfType(LockLostException.class)
                .isThrownBy(() -> reserve(1))
                .matches(e -> e.getSuppressed().length == 1);
        assertThat(transactions.isOpen()).isFalse();
    }

    @Test
    void aFailureOfTheDatabaseIsCalledThat() throws Exception {
        set(5);
        execute("drop table shop_reservation");
        assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> reserve(1));
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 5));
    }
}
