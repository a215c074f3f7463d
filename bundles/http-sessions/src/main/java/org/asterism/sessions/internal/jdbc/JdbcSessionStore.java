package org.asterism.sessions.internal.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.asterism.sessions.internal.LostUpdateException;
import org.asterism.sessions.internal.SessionKey;
import org.asterism.sessions.internal.SessionStore;
import org.asterism.sessions.internal.SessionTimes;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.StoredSession;

/** One statement for each method, each a transaction of its own. */
public final class JdbcSessionStore implements SessionStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String WHERE = " where context = ? and id = ?";
    private static final String LOAD =
            "select created, accessed, last_accessed, cookie_set, saved, max_inactive, expiry, version, attributes"
                    + " from asterism_http_session" + WHERE;
    private static final String EXISTS = "select 1 from asterism_http_session" + WHERE;
    private static final String INSERT = "insert into asterism_http_session (created, accessed, last_accessed,"
            + " cookie_set, saved, max_inactive, expiry, attributes, context, id, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String UPDATE = "update asterism_http_session set created = ?, accessed = ?,"
            + " last_accessed = ?, cookie_set = ?, saved = ?, max_inactive = ?, expiry = ?, attributes = ?,"
            + " version = version + 1" + WHERE + " and version = ? and created = ?";
    private static final String TOUCH = "update asterism_http_session set accessed = ?, last_accessed = ?,"
            + " cookie_set = ?, saved = ?, expiry = ?" + WHERE + " and created = ? and accessed <= ?";
    private static final String DELETE = "delete from asterism_http_session" + WHERE;
    private static final String DELETE_UNCHANGED = DELETE + " and version = ? and expiry = ?";
    private static final String EXPIRED = "select id from asterism_http_session"
            + " where context = ? and expiry > 0 and expiry < ? order by expiry limit ?";
    private static final String SWEEP = "delete from asterism_http_session where expiry > 0 and expiry < ?";

    private final Statements statements;

    public JdbcSessionStore(DataSource dataSource, Isolation isolation) {
        this.statements = new Statements(dataSource, isolation);
    }

    @Override
    public Optional<StoredSession> load(SessionKey key) throws StoreException {
        return statements.run("read", LOAD, statement -> {
            Statements.set(statement, key.context(), key.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(session(rows)) : Optional.empty();
            }
        });
    }

    private static StoredSession session(ResultSet row) throws SQLException {
        SessionTimes times = new SessionTimes(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
        return new StoredSession(times, row.getLong(8), row.getBytes(9));
    }

    @Override
    public boolean exists(SessionKey key) throws StoreException {
        return statements.run("looked for", EXISTS, statement -> {
            Statements.set(statement, key.context(), key.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    @Override
    public long save(SessionKey key, StoredSession session) throws StoreException {
        boolean written = session.version() == 0 ? insert(key, session) : update(key, session);
        if (!written) {
            throw new LostUpdateException(key, session.version());
        }
        return session.version() + 1;
    }

    private boolean insert(SessionKey key, StoredSession session) throws StoreException {
        return statements.run("written", INSERT, statement -> {
            int next = setAll(statement, session);
            Statements.setFrom(statement, next, key.context(), key.id());
            try {
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** The time of its making tells one session from a later one with the same id. */
    private boolean update(SessionKey key, StoredSession session) throws StoreException {
        return statements.run("written", UPDATE, statement -> {
            int next = setAll(statement, session);
            Statements.setFrom(
                    statement,
                    next,
                    key.context(),
                    key.id(),
                    session.version(),
                    session.times().created());
            return statement.executeUpdate() == 1;
        });
    }

    private static int setAll(PreparedStatement statement, StoredSession session) throws SQLException {
        SessionTimes times = session.times();
        Statements.set(
                statement,
                times.created(),
                times.accessed(),
                times.lastAccessed(),
                times.cookieSet(),
                times.saved(),
                times.maxInactive(),
                times.expiry());
        statement.setBytes(8, session.attributes());
        return 9;
    }

    @Override
    public void touch(SessionKey key, SessionTimes times) throws StoreException {
        statements.run("written", TOUCH, statement -> {
            Statements.set(
                    statement,
                    times.accessed(),
                    times.lastAccessed(),
                    times.cookieSet(),
                    times.saved(),
                    times.expiry(),
                    key.context(),
                    key.id(),
                    times.created(),
                    times.accessed());
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean delete(SessionKey key) throws StoreException {
        return statements.run("removed", DELETE, statement -> {
            Statements.set(statement, key.context(), key.id());
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public boolean deleteUnchanged(SessionKey key, long version, long expiry) throws StoreException {
        return statements.run("removed", DELETE_UNCHANGED, statement -> {
            Statements.set(statement, key.context(), key.id(), version, expiry);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public List<String> expired(String context, long before, int limit) throws StoreException {
        return statements.run("looked for", EXPIRED, statement -> {
            Statements.set(statement, context, before, limit);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        });
    }

    @Override
    public int sweep(long before) throws StoreException {
        return statements.run("removed", SWEEP, statement -> {
            Statements.set(statement, before);
            return statement.executeUpdate();
        });
    }
}
