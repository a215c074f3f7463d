package org.asterism.persistence.internal.liquibase;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.sql.DataSource;
import org.asterism.persistence.internal.ChangeLog;
import org.asterism.persistence.internal.MigrationException;
import org.asterism.persistence.internal.MigrationException.Reason;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2Test extends LiquibaseStoreContract {

    @Override
    DataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:migrations;DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    @Test
    void saysThatThereIsNoDatabase() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
        LiquibaseStore store = new LiquibaseStore(nowhere, "asterism:a/1:i1", lockedBy -> false);
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store.isCurrent(new ChangeLog("shop", "sql", "")))
                .matches(e -> e.reason() == Reason.DATABASE_UNAVAILABLE);
    }
}
