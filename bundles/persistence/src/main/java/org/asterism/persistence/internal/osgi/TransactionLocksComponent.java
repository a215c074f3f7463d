package org.asterism.persistence.internal.osgi;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.asterism.lock.LockService;
import org.asterism.lock.TransactionLocks;
import org.asterism.persistence.internal.jta.JtaTransactionLocks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Locks of transactions. */
@Component(service = TransactionLocks.class)
public final class TransactionLocksComponent extends JtaTransactionLocks {

    private static final int QUEUE = 1_000;

    private final ThreadPoolExecutor executor;

    @Activate
    public TransactionLocksComponent(
            @Reference LockService locks,
            @Reference TransactionManager manager,
            @Reference TransactionSynchronizationRegistry registry) {
        this(locks, manager, registry, executor());
    }

    private TransactionLocksComponent(
            LockService locks,
            TransactionManager manager,
            TransactionSynchronizationRegistry registry,
            ThreadPoolExecutor executor) {
        super(locks, manager, registry, executor);
        this.executor = executor;
    }

    /** What is under way is finished: transactions may be open still. */
    @Deactivate
    void deactivate() {
        executor.shutdown();
    }

    /** If all are lost at once the one who tells of it helps. */
    private static ThreadPoolExecutor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                TransactionLocksComponent::thread,
                new ThreadPoolExecutor.CallerRunsPolicy());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "asterism-transaction-locks");
        thread.setDaemon(true);
        return thread;
    }
}
