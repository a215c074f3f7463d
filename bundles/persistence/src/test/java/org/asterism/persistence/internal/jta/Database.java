package org.asterism.persistence.internal.jta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import javax.transaction.Status;
import javax.transaction.xa.XAException;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.asterism.persistence.internal.ChangeLog;
import org.asterism.persistence.internal.MigrationException;
import org.asterism.persistence.internal.liquibase.LiquibaseStore;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.xa.PGXADataSource;

/** A shared database with the tables of the fence and one of an application, as a server node has it: the same pool and manager. */
final class Database implements AutoCloseable {

    private static final String CHANGES = """
            --liquibase formatted sql
            --changeset test:1
            create table account (id varchar(40) not null primary key, amount bigint not null, token bigint not null);
            """;

    final GeronimoTransactionManager transactions;
    final DataSource dataSource;
    private final GenericObjectPool<PoolableConnection> pool;

    private Database(XADataSource xa) throws XAException {
        transactions = new GeronimoTransactionManager(60);
        var connections = new DataSourceXAConnectionFactory(transactions, xa);
        var factory = new PoolableManagedConnectionFactory(connections, null);
        pool = new GenericObjectPool<>(factory);
        pool.setMaxTotal(32);
        pool.setMaxWait(Duration.ofSeconds(10));
        factory.setPool(pool);
        dataSource = new ManagedDataSource<>(pool, connections.getTransactionRegistry());
    }

    static Database h2(String name) throws Exception {
        JdbcDataSource xa = new JdbcDataSource();
        xa.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=1000");
        return migrated(xa);
    }

    static Database postgres(String url) throws Exception {
        PGXADataSource xa = new PGXADataSource();
        xa.setUrl(url);
        return migrated(xa);
    }

    private static Database migrated(XADataSource xa) throws Exception {
        Database database = new Database(xa);
        database.migrate();
        return database;
    }

    private void migrate() throws IOException, MigrationException {
        LiquibaseStore store = new LiquibaseStore(dataSource, "asterism:a/1:i1", lockedBy -> true);
        store.apply(new ChangeLog("fence", "sql", Files.readString(Path.of("src/main/resources/db/fence.sql"))));
        store.apply(new ChangeLog("test", "sql", CHANGES));
    }

    void empty() throws SQLException {
        execute("delete from asterism_fence");
        execute("update asterism_fence_floor set token = 0");
        execute("delete from account");
    }

    /** Commits what the work did, or rolls it back if it throws. */
    <R> R inTransaction(Callable<R> work) throws Exception {
        transactions.begin();
        try {
            R result = work.call();
            transactions.commit();
            return result;
        } finally {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        }
    }

    int execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    Optional<Long> number(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        pool.close();
    }
}
