package org.asterism.sessions.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.asterism.sessions.internal.LostUpdateException;
import org.asterism.sessions.internal.SessionKey;
import org.asterism.sessions.internal.SessionStore;
import org.asterism.sessions.internal.SessionTable;
import org.asterism.sessions.internal.SessionTimes;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.StoredSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class SessionStoreContract {

    private static final SessionKey KEY = new SessionKey("_shop", "node0abc~#shop#default");
    private static final byte[] FIRST = {1, 2, 3};
    private static final byte[] SECOND = {4};

    private SessionStore a;
    private SessionStore b;

    abstract DataSource dataSource();

    @BeforeEach
    void twoNodes() {
        DataSource source = SessionTable.madeIn(dataSource());
        a = new JdbcSessionStore(source, Isolation.NONE);
        b = new JdbcSessionStore(source, Isolation.NONE);
    }

    @Test
    void whatOneWritesTheOtherReads() throws Exception {
        assertThat(b.load(KEY)).isEmpty();
        assertThat(b.exists(KEY)).isFalse();
        assertThat(a.save(KEY, session(100, 0, FIRST))).isEqualTo(1);

        StoredSession read = b.load(KEY).orElseThrow();
        assertThat(read.times()).isEqualTo(times(100));
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.attributes()).isEqualTo(FIRST);
        assertThat(b.exists(KEY)).isTrue();
        assertThat(b.load(new SessionKey("_other", KEY.id()))).isEmpty();
    }

    @Test
    void ofTwoThatHaveReadTheSameOneGetsThrough() throws Exception {
        a.save(KEY, session(100, 0, FIRST));
        assertThat(b.save(KEY, session(100, 1, SECOND))).isEqualTo(2);
        assertThatThrownBy(() -> a.save(KEY, session(100, 1, FIRST)))
                .isInstanceOf(LostUpdateException.class)
                .hasMessageContaining("version 1");
        assertThat(a.load(KEY).orElseThrow().attributes()).isEqualTo(SECOND);
    }

    @Test
    void aSessionIsMadeOnceAndNotBroughtBack() throws Exception {
        a.save(KEY, session(100, 0, FIRST));
        assertThatThrownBy(() -> b.save(KEY, session(100, 0, SECOND))).isInstanceOf(LostUpdateException.class);
        b.delete(KEY);
        assertThatThrownBy(() -> a.save(KEY, session(100, 1, SECOND))).isInstanceOf(LostUpdateException.class);
        assertThat(a.load(KEY)).isEmpty();
    }

    @Test
    void aLaterSessionOfTheSameIdIsAnotherOne() throws Exception {
        a.save(KEY, session(100, 0, FIRST));
        b.delete(KEY);
        SessionTimes later = new SessionTimes(999, 0, 0, 0, 0, 0, 0);
        b.save(KEY, new StoredSession(later, 0, SECOND));
        assertThatThrownBy(() -> a.save(KEY, session(100, 1, FIRST))).isInstanceOf(LostUpdateException.class);
    }

    @Test
    void useIsNotedWithoutAConflictAndNeverBackwards() throws Exception {
        a.save(KEY, session(100, 0, FIRST));
        b.touch(KEY, times(300));
        a.touch(KEY, times(200));
        assertThat(a.load(KEY).orElseThrow().times()).isEqualTo(times(300));
        assertThat(a.save(KEY, session(400, 1, SECOND))).isEqualTo(2);
    }

    @Test
    void ofManyThatEndASessionOneDoes() throws Exception {
        a.save(KEY, session(100, 0, FIRST));
        assertThat(winners(() -> b.deleteUnchanged(KEY, 1, times(100).expiry())))
                .isEqualTo(1);
        a.save(KEY, session(100, 0, FIRST));
        assertThat(winners(() -> b.delete(KEY))).isEqualTo(1);
    }

    @Test
    void whatWasUsedOrChangedMeanwhileDoesNotEnd() throws Exception {
        a.save(KEY, session(100, 0, FIRST));
        b.touch(KEY, times(200));
        assertThat(a.deleteUnchanged(KEY, 1, times(100).expiry())).isFalse();
        b.save(KEY, session(200, 1, SECOND));
        assertThat(a.deleteUnchanged(KEY, 1, times(200).expiry())).isFalse();
        assertThat(a.exists(KEY)).isTrue();
    }

    @Test
    void findsWhatHasEndedTheOldestFirst() throws Exception {
        for (int i = 1; i <= 5; i++) {
            a.save(new SessionKey("_shop", "s" + i), session(i * 10L, 0, FIRST));
        }
        a.save(new SessionKey("_other", "s0"), session(10, 0, FIRST));
        a.save(new SessionKey("_shop", "for-ever"), new StoredSession(new SessionTimes(1, 1, 1, 1, 1, 0, 0), 0, FIRST));
        long third = times(30).expiry();
        assertThat(b.expired("_shop", third, 10)).containsExactly("s1", "s2");
        assertThat(b.expired("_shop", Long.MAX_VALUE, 3)).containsExactly("s1", "s2", "s3");
        assertThat(b.sweep(third)).isEqualTo(3);
        assertThat(b.expired("_shop", Long.MAX_VALUE, 10)).containsExactly("s3", "s4", "s5");
    }

    private static int winners(Callable<Boolean> attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int winners = 0;
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                attempts.add(attempt);
            }
            for (Future<Boolean> outcome : threads.invokeAll(attempts, 30, TimeUnit.SECONDS)) {
                winners += outcome.get() ? 1 : 0;
            }
            return winners;
        } finally {
            threads.shutdownNow();
        }
    }

    private static StoredSession session(long accessed, long version, byte[] attributes) throws StoreException {
        return new StoredSession(times(accessed), version, attributes);
    }

    private static SessionTimes times(long accessed) {
        return new SessionTimes(7, accessed, accessed - 1, 3, accessed + 2, 1_000, accessed + 1_000);
    }
}
