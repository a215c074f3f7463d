package org.asterism.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import javax.transaction.Status;
import javax.transaction.UserTransaction;
import org.asterism.lock.Fence;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.lock.StaleLockException;
import org.asterism.lock.TransactionLocks;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What an application does with locks, transactions and the fence. Loaded when the features are there. */
final class LocksInTransactions {

    private static final LockKey KEY = LockKey.of("itest", "fence", "x");
    private static final Duration WAIT = Duration.ofSeconds(10);

    private LocksInTransactions() {}

    static void keepStaleHoldersOut(BundleContext context) throws Exception {
        UserTransaction transaction = service(context, UserTransaction.class);
        TransactionLocks transactionLocks = service(context, TransactionLocks.class);
        LockService locks = service(context, LockService.class);
        Fence fence = service(context, Fence.class);

        HeldLock early = locks.acquire(LockKey.of("itest", "fence", LockKey.ANY), LockMode.EXCLUSIVE, WAIT);
        early.close();
        transaction.begin();
        HeldLock lock = transactionLocks.current().acquire(KEY, LockMode.EXCLUSIVE, WAIT);
        fence.advance(lock);
        lock.close();
        assertTrue("held until the commit", lock.isValid());
        assertFalse(
                "nobody else gets it", locks.tryAcquire(KEY, LockMode.SHARED).isPresent());
        transaction.commit();
        locks.acquire(KEY, LockMode.EXCLUSIVE, WAIT).close();

        transaction.begin();
        assertThrows(StaleLockException.class, () -> fence.advance(new Stale(early), KEY));
        assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
        transaction.rollback();
    }

    private static <S> S service(BundleContext context, Class<S> type) {
        ServiceReference<S> reference = context.getServiceReference(type);
        assertNotNull(type + " is there", reference);
        return context.getService(reference);
    }
}
