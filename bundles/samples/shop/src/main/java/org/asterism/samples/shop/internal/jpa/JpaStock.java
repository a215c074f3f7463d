package org.asterism.samples.shop.internal.jpa;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.UserTransaction;
import org.asterism.lock.Fence;
import org.asterism.lock.HeldLock;
import org.asterism.samples.shop.internal.Reservation;
import org.asterism.samples.shop.internal.ReserveOutcome;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.Stock;
import org.asterism.samples.shop.internal.StockLevel;

/**
 * The stock in the shared database. Every method is one JTA transaction. What changes something advances the fence before it reads:
 * from then on the row of the fence keeps other holders of the lock away until the commit, and a stale one for ever.
 */
public final class JpaStock implements Stock {

    private final JtaTransactions transactions;
    private final Fence fence;

    public JpaStock(EntityManagerFactory units, UserTransaction transaction, Fence fence) {
        this.fence = fence;
        transactions = new JtaTransactions(units, transaction);
    }

    @Override
    public Optional<StockLevel> find(Sku sku) {
        return transactions.call(em -> product(em, sku).map(Product::level));
    }

    @Override
    public List<StockLevel> all(int limit) {
        return transactions.call(em -> em.createQuery("select p from Product p order by p.sku", Product.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(Product::level)
                .toList());
    }

    @Override
    public void set(StockLevel level, HeldLock lock) {
        transactions.call(em -> {
            fence.advance(lock);
            product(em, level.sku())
                    .ifPresentOrElse(found -> found.stock(level.stock()), () -> em.persist(new Product(level)));
            return level;
        });
    }

    @Override
    public ReserveOutcome reserve(Reservation order, HeldLock lock) {
        return transactions.call(em -> {
            fence.advance(lock);
            return product(em, order.sku())
                    .map(product -> reserve(product, order, em))
                    .orElseGet(() -> new ReserveOutcome.NoSuchProduct(order.sku()));
        });
    }

    private static ReserveOutcome reserve(Product product, Reservation order, EntityManager em) {
        ReserveOutcome outcome = ReserveOutcome.decide(product.level(), order);
        if (outcome instanceof ReserveOutcome.Reserved reserved) {
            product.stock(reserved.left().stock());
            em.persist(new ReservationRow(order));
        }
        return outcome;
    }

    @Override
    public Reserved reserved(Sku sku) {
        return transactions.call(em -> {
            Object[] row = em.createQuery(
                            "select count(r), coalesce(sum(r.quantity), 0) from ReservationRow r where r.sku = :sku",
                            Object[].class)
                    .setParameter("sku", sku.value())
                    .getSingleResult();
            return new Reserved(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
        });
    }

    private static Optional<Product> product(EntityManager em, Sku sku) {
        return Optional.ofNullable(em.find(Product.class, sku.value()));
    }
}
