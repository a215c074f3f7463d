package org.asterism.persistence.internal.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.asterism.persistence.internal.ChangeLog;
import org.asterism.persistence.internal.MigrationException;
import org.asterism.persistence.internal.MigrationException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every database that is supported must do. */
@Timeout(60)
abstract class LiquibaseStoreContract {

    private static final String V1 = """
            --liquibase formatted sql
            --changeset test:1
            create table %1$s_thing (id varchar(10) not null primary key);
            insert into %1$s_thing (id) values ('one');
            """;

    private static final String V2 = V1 + """
            --changeset test:2
            alter table %1$s_thing add column weight bigint;
            """;

    abstract DataSource dataSource();

    private LiquibaseStore store(boolean abandoned) {
        return new LiquibaseStore(dataSource(), "asterism:a/1:i1", lockedBy -> abandoned);
    }

    private static ChangeLog changeLog(String schema, String text) {
        return new ChangeLog(schema, "sql", text.formatted(schema));
    }

    @Test
    void appliesAChangeLogOnce() throws Exception {
        LiquibaseStore store = store(false);
        ChangeLog first = changeLog("once", V1);
        assertThat(store.isCurrent(first)).isFalse();
        store.apply(first);
        assertThat(store.isCurrent(first)).isTrue();
        store.apply(first);
        assertThat(count("once_thing")).isEqualTo(1);
    }

    @Test
    void appliesWhatWasAdded() throws Exception {
        LiquibaseStore store = store(false);
        store.apply(changeLog("more", V1));
        ChangeLog second = changeLog("more", V2);
        assertThat(store.isCurrent(second)).isFalse();
        store.apply(second);
        assertThat(store.isCurrent(second)).isTrue();
        assertThat(count("more_thing where weight is null")).isEqualTo(1);
    }

    @Test
    void anOlderVersionIsCurrentToo() throws Exception {
        LiquibaseStore store = store(false);
        store.apply(changeLog("older", V1));
        store.apply(changeLog("older", V2));
        assertThat(store.isCurrent(changeLog("older", V1))).isTrue();
    }

    @Test
    void refusesAChangeThatFails() throws Exception {
        LiquibaseStore store = store(false);
        ChangeLog bad = changeLog("bad", V1 + "--changeset test:3\ninsert into nowhere values (1);\n");
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store.apply(bad))
                .matches(e -> e.reason() == Reason.CHANGE_LOG)
                .withMessageStartingWith("bad.sql: ");
        assertThat(store.isCurrent(bad)).isFalse();
        store.apply(changeLog("bad", V2));
        assertThat(count("bad_thing")).isEqualTo(1);
    }

    @Test
    void refusesOtherFiles() {
        ChangeLog including = new ChangeLog("including", "yaml", """
                databaseChangeLog:
                  - include:
                      file: /etc/passwd
                """);
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store(false).apply(including))
                .matches(e -> e.reason() == Reason.CHANGE_LOG);
    }

    @Test
    void respectsTheLockOfSomeoneAtWork() throws Exception {
        ChangeLog changeLog = changeLog("busy", V1);
        lock(changeLog);
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store(false).apply(changeLog))
                .matches(e -> e.reason() == Reason.LOCK_UNAVAILABLE)
                .withMessageContaining("someone");
    }

    @Test
    void freesTheLockOfSomeoneWhoIsGone() throws Exception {
        ChangeLog changeLog = changeLog("gone", V1);
        lock(changeLog);
        store(true).apply(changeLog);
        assertThat(count("gone_thing")).isEqualTo(1);
        assertThat(count(changeLog.table() + "_lock where locked")).isZero();
    }

    @Test
    void leavesConnectionsAsTheyWere() throws Exception {
        store(false).apply(changeLog("tidy", V1));
        try (Connection connection = dataSource().getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    private void lock(ChangeLog changeLog) throws Exception {
        store(false).apply(new ChangeLog(changeLog.schema(), "sql", "--liquibase formatted sql\n"));
        execute("delete from " + changeLog.table() + "_lock");
        execute("insert into " + changeLog.table()
                + "_lock (id, locked, lockgranted, lockedby) values (1, true, current_timestamp, 'someone')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String from) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
