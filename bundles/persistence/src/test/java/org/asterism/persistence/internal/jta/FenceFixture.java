package org.asterism.persistence.internal.jta;

import java.time.Duration;
import java.util.UUID;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.persistence.internal.FenceKey;
import org.asterism.persistence.internal.jdbc.FenceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A database with tables of the fence, emptied before each test, and holders who write. */
@Timeout(60)
abstract class FenceFixture {

    static final LockKey KEY = LockKey.of("shop", "product", "x");

    Database database;
    JtaFence fence;

    abstract Database database();

    @BeforeEach
    void open() throws Exception {
        database = database();
        database.empty();
        fence = new JtaFence(database.dataSource, database.transactions, new FenceTable(Duration.ofSeconds(1)));
    }

    /** Advances, and writes what an application writes. */
    final Void write(HeldLock lock) throws Exception {
        return database.inTransaction(() -> {
            fence.advance(lock);
            database.execute(
                    "insert into account values (?, 1, ?)", UUID.randomUUID().toString(), lock.fencingToken());
            return null;
        });
    }

    final void write(long token) throws Exception {
        write(ManualLock.exclusive(KEY, token));
    }

    final long fence(LockKey key) throws Exception {
        return database.number(
                        "select token from asterism_fence where id = ?",
                        FenceKey.of(key).id())
                .orElse(0L);
    }

    final long accounts() throws Exception {
        return database.number("select count(*) from account").orElseThrow();
    }
}
