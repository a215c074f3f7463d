package org.asterism.persistence.internal.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.logging.LogService;
import liquibase.logging.core.BufferedLogService;
import liquibase.ui.LoggerUIService;
import org.asterism.persistence.internal.ChangeLog;
import org.asterism.persistence.internal.MigrationException;
import org.asterism.persistence.internal.MigrationException.Reason;
import org.asterism.persistence.internal.SchemaStore;
import org.asterism.persistence.internal.jdbc.AppliedTag;

/** Applies change logs with Liquibase. Each schema has a table of changes and a lock row of its own. */
public final class LiquibaseStore implements SchemaStore {

    private final DataSource dataSource;
    private final Predicate<String> abandoned;

    /**
     * @param note what a lock row shall say of this member; Liquibase reads it once in the life of a JVM
     * @param abandoned tells from the text in a lock row whether its owner is surely gone
     */
    public LiquibaseStore(DataSource dataSource, String note, Predicate<String> abandoned) {
        ChangeLogLock.signWith(note);
        this.dataSource = dataSource;
        this.abandoned = abandoned;
    }

    @Override
    public boolean isCurrent(ChangeLog changeLog) throws MigrationException {
        try (Connection connection = dataSource.getConnection()) {
            return AppliedTag.isPresent(connection, changeLog.table(), changeLog.checksum());
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void apply(ChangeLog changeLog) throws MigrationException {
        try (Connection connection = dataSource.getConnection()) {
            apply(changeLog, connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private void apply(ChangeLog changeLog, Connection connection) throws MigrationException, SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LiquibaseStore.class.getClassLoader());
        try {
            Scope.child(
                    Map.of(Scope.Attr.ui.name(), new LoggerUIService(), Scope.Attr.logService.name(), quietLog()),
                    () -> update(changeLog, connection));
        } catch (MigrationException e) {
            throw e;
        } catch (Exception e) {
            throw connection.isValid(2) ? rejected(changeLog, e) : unavailable(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void update(ChangeLog changeLog, Connection connection) throws LiquibaseException, MigrationException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDatabaseChangeLogTableName(changeLog.table());
        database.setDatabaseChangeLogLockTableName(changeLog.table() + "_lock");
        Liquibase liquibase = new Liquibase(changeLog.path(), new SingleFile(changeLog), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        // remembers by path what was up to date once; a bundle that is updated has a new file of the same path
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        new ChangeLogLock(abandoned).freeIfAbandoned(liquibase, database);
        liquibase.update(new Contexts());
        liquibase.tag(changeLog.checksum());
    }

    /** What fails is thrown, what succeeds is told in one line by us. */
    @SuppressWarnings("deprecation") // there is no other one that keeps quiet
    private static LogService quietLog() {
        return new BufferedLogService();
    }

    private static MigrationException unavailable(Exception e) {
        return new MigrationException(Reason.DATABASE_UNAVAILABLE, "no database: " + e.getMessage(), e);
    }

    private static MigrationException rejected(ChangeLog changeLog, Exception e) {
        return new MigrationException(Reason.CHANGE_LOG, changeLog.path() + ": " + e.getMessage(), e);
    }
}
