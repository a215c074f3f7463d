package org.asterism.hub.internal.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2LeaseStoreTest extends LeaseStoreContract {

    @Override
    DataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:lease;DB_CLOSE_DELAY=-1");
        return dataSource;
    }
}
