package org.asterism.samples.shop.internal.jpa;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2Test extends JpaStockContract {

    @Override
    DataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        return dataSource;
    }
}
