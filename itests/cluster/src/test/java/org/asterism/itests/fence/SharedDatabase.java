package org.asterism.itests.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.h2.jdbcx.JdbcDataSource;

/** The shared database of a cluster with transactions as a server node has them: the same pool and manager. */
final class SharedDatabase {

    final GeronimoTransactionManager transactions;
    final DataSource source;

    SharedDatabase(String url, String user, String password) throws Exception {
        JdbcDataSource xa = new JdbcDataSource();
        xa.setURL(url);
        xa.setUser(user);
        xa.setPassword(password);
        transactions = new GeronimoTransactionManager(120);
        var connections = new DataSourceXAConnectionFactory(transactions, xa);
        var factory = new PoolableManagedConnectionFactory(connections, null);
        GenericObjectPool<PoolableConnection> pool = new GenericObjectPool<>(factory);
        factory.setPool(pool);
        source = new ManagedDataSource<>(pool, connections.getTransactionRegistry());
    }

    /** In the transaction of this thread. */
    void insert(String holder, String what, long token) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into stale_account values (?, ?, ?)")) {
            insert.setString(1, holder);
            insert.setString(2, what);
            insert.setLong(3, token);
            insert.executeUpdate();
        }
    }
}
