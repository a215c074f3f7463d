package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.junit.jupiter.api.Test;

/**
 * What {@link LockService#lock} and {@link LockService#readWriteLock} promise.
 *
 * <ol>
 *   <li>One thread in the cluster has the lock.
 *   <li>The thread takes it again without asking, and releases it as often.
 *   <li>Only the thread that has it releases it.
 *   <li>Who does not get it in time goes on without it; who is interrupted too.
 *   <li>An interrupted thread takes it all the same with {@link Lock#lock} and stays interrupted.
 *   <li>Readers read together, one writes; a reader becomes a writer.
 *   <li>A lost lock is taken again by nobody and released with an exception.
 * </ol>
 */
@SuppressWarnings("LockNotBeforeTry") // what is tested is lock and unlock themselves
public abstract class ThreadLockContract extends LockContract {

    @Test
    void invariant01OneThreadHasTheLock() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            Lock lock = (i % 2 == 0 ? a : b).lock(KEY);
            Future<?> unused = start(() -> {
                for (int n = 0; n < 20; n++) {
                    lock.lock();
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    assertThat(inside.decrementAndGet()).isZero();
                    lock.unlock();
                }
                done.countDown();
                return null;
            });
        }
        assertThat(done.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        soon(() -> assertThat(cluster.server().status().held()).isZero());
    }

    @Test
    void invariant02AThreadTakesItAgain() throws Exception {
        a.lock(KEY).lock();
        long granted = cluster.server().status().granted();
        assertThat(a.lock(KEY).tryLock()).isTrue();
        a.readWriteLock(KEY).writeLock().lock();
        assertThat(cluster.server().status().granted()).isEqualTo(granted);
        for (int i = 0; i < 3; i++) {
            assertThat(b.tryAcquire(KEY, LockMode.SHARED)).isEmpty();
            a.lock(KEY).unlock();
        }
        exclusive(b).close();
    }

    @Test
    void invariant03OnlyWhoHasItReleasesIt() throws Exception {
        Lock lock = a.lock(KEY);
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
        lock.lock();
        Future<?> other = start(() -> {
            lock.unlock();
            return null;
        });
        assertThatThrownBy(() -> soon(other)).hasCauseInstanceOf(IllegalMonitorStateException.class);
        lock.unlock();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(lock::newCondition).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void invariant04WhoDoesNotGetItInTimeGoesOn() throws Exception {
        a.lock(KEY).lock();
        Lock lock = b.lock(KEY);
        assertThat(lock.tryLock()).isFalse();
        assertThat(lock.tryLock(SHORT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        Future<?> waiting = start(() -> {
            assertThatThrownBy(lock::lockInterruptibly).isInstanceOf(InterruptedException.class);
            return null;
        });
        awaitWaiters(1);
        waiting.cancel(true);
        awaitWaiters(0);
        a.lock(KEY).unlock();
        assertThat(lock.tryLock(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        lock.unlock();
    }

    @Test
    void invariant05AnInterruptedThreadTakesItAllTheSame() throws Exception {
        a.lock(KEY).lock();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> waiting = start(() -> {
            began.countDown();
            b.lock(KEY).lock();
            if (Thread.interrupted()) {
                interrupted.countDown();
            }
            b.lock(KEY).unlock();
            return null;
        });
        assertThat(began.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitWaiters(1);
        waiting.cancel(true);
        assertThat(waiters()).hasSize(1);
        a.lock(KEY).unlock();
        assertThat(interrupted.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        exclusive(a).close();
    }

    @Test
    void invariant06ReadersReadTogetherAndOneWrites() throws Exception {
        ReadWriteLock ofA = a.readWriteLock(KEY);
        ReadWriteLock ofB = b.readWriteLock(KEY);
        ofA.readLock().lock();
        assertThat(ofB.readLock().tryLock()).isTrue();
        assertThat(ofB.writeLock().tryLock()).isFalse();
        ofB.readLock().unlock();
        assertThat(ofA.writeLock().tryLock(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(ofB.readLock().tryLock()).isFalse();
        ofA.writeLock().unlock();
        assertThat(ofB.readLock().tryLock(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        ofA.readLock().unlock();
        ofB.readLock().unlock();
    }

    @Test
    void invariant07ALostLockIsOver() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        Lock lock = a.lock(KEY);
        lock.lock();
        try (AutoCloseable listening = a.listen(loss -> lost.countDown())) {
            assertThat(cluster.server().release(KEY, "somebody", "to see it lost"))
                    .isEqualTo(1);
            assertThat(lost.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(listening).isNotNull();
        }
        exclusive(b).close();
        assertThatThrownBy(lock::lock).isInstanceOf(LockLostException.class);
        assertThatThrownBy(lock::unlock)
                .isInstanceOf(IllegalMonitorStateException.class)
                .hasMessageContaining("lost");
        lock.lock();
        lock.unlock();
    }
}
