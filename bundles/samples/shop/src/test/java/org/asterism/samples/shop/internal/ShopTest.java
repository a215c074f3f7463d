package org.asterism.samples.shop.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShopTest {

    private static final Sku SKU = new Sku("star-map");

    private final InMemoryStock stock = new InMemoryStock();
    private final FairLocks locks = new FairLocks();
    private final OneNode a1 = new OneNode("a/1", stock, locks, Duration.ofSeconds(10));
    private final OneNode b2 = new OneNode("b/2", stock, locks, Duration.ofSeconds(10));

    @Test
    void aReservationCarriesItsNodeAndTheFencingToken() throws Exception {
        a1.shop().set(new StockLevel(SKU, 5));
        ReserveOutcome outcome = a1.shop().reserve(SKU, 2);
        assertThat(outcome).isInstanceOf(ReserveOutcome.Reserved.class);
        Reservation reservation = ((ReserveOutcome.Reserved) outcome).reservation();
        assertThat(reservation.node()).isEqualTo("a/1");
        assertThat(reservation.fencingToken()).isEqualTo(2);
        assertThat(reservation.at()).isEqualTo(OneNode.NOW);
        assertThat(a1.shop().find(SKU)).contains(new StockLevel(SKU, 3));
    }

    @Test
    void onlyChangesAreTold() throws Exception {
        a1.shop().set(new StockLevel(SKU, 1));
        a1.shop().reserve(SKU, 1);
        a1.shop().reserve(SKU, 1);
        a1.shop().reserve(new Sku("nothing"), 1);
        assertThat(a1.told())
                .containsExactly(
                        new StockEvent(SKU, 0, 1, "a/1", OneNode.NOW), new StockEvent(SKU, 1, 0, "a/1", OneNode.NOW));
    }

    @Test
    void aNodeTrustsItsCopyUntilItHearsOfAChange() throws Exception {
        a1.shop().set(new StockLevel(SKU, 5));
        assertThat(b2.shop().find(SKU)).contains(new StockLevel(SKU, 5));
        a1.shop().reserve(SKU, 1);
        assertThat(b2.shop().find(SKU)).contains(new StockLevel(SKU, 5));
        a1.told().forEach(b2.shop()::heard);
        assertThat(b2.shop().find(SKU)).contains(new StockLevel(SKU, 4));
        assertThat(b2.shop().events()).extracting(StockEvent::quantity).containsExactly(1L, 0L);
    }

    @Test
    void anIslandedNodeTrustsNoCopy() throws Exception {
        a1.shop().set(new StockLevel(SKU, 5));
        b2.shop().find(SKU);
        b2.island(true);
        a1.shop().reserve(SKU, 1);
        assertThat(b2.shop().find(SKU)).contains(new StockLevel(SKU, 4));
        b2.island(false);
        b2.shop().reconnected();
        assertThat(b2.shop().find(SKU)).contains(new StockLevel(SKU, 4));
    }

    @Test
    void aCopySparesTheDatabase() throws Exception {
        a1.shop().set(new StockLevel(SKU, 5));
        for (int i = 0; i < 10; i++) {
            a1.shop().find(SKU);
        }
        assertThat(stock.reads()).isEqualTo(1);
    }

    @Test
    void withoutALockNothingIsSold() throws Exception {
        a1.shop().set(new StockLevel(SKU, 5));
        locks.down(true);
        assertThatExceptionOfType(LockUnavailableException.class)
                .isThrownBy(() -> a1.shop().reserve(SKU, 1));
        locks.down(false);
        locks.lose();
        assertThatExceptionOfType(LockLostException.class)
                .isThrownBy(() -> a1.shop().reserve(SKU, 1));
        assertThat(stock.reservations()).isEmpty();
    }

    @Test
    void theLockIsFreeAfterAFailure() throws Exception {
        a1.shop().set(new StockLevel(SKU, 5));
        stock.down(true);
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> a1.shop().reserve(SKU, 1));
        stock.down(false);
        assertThat(b2.shop().reserve(SKU, 1)).isInstanceOf(ReserveOutcome.Reserved.class);
    }

    @Test
    void whatIsSoldByAllNodesIsWhatWasThere() throws Exception {
        int pieces = 500;
        a1.shop().set(new StockLevel(SKU, pieces));
        ExecutorService customers = Executors.newFixedThreadPool(8);
        List<Callable<ReserveOutcome>> orders = new ArrayList<>();
        for (int i = 0; i < pieces + 100; i++) {
            OneNode node = i % 2 == 0 ? a1 : b2;
            orders.add(() -> node.shop().reserve(SKU, 1));
        }
        int sold = 0;
        for (Future<ReserveOutcome> answer : customers.invokeAll(orders, 20, TimeUnit.SECONDS)) {
            sold += answer.get() instanceof ReserveOutcome.Reserved ? 1 : 0;
        }
        customers.shutdownNow();
        assertThat(sold).isEqualTo(pieces);
        assertThat(stock.reservations()).hasSize(pieces);
        assertThat(stock.find(SKU)).contains(new StockLevel(SKU, 0));
        assertThat(stock.reservations()).extracting(Reservation::fencingToken).doesNotHaveDuplicates();
    }
}
