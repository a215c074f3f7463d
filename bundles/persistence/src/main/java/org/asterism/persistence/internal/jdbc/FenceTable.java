package org.asterism.persistence.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.asterism.persistence.internal.FenceKey;

/**
 * The rows of the fence: the largest token that has come for each key, changed in the transaction of the one who brings it. The
 * lock on the row decides between two who come at once. A key without a row has the token of the floor, which is as large as that
 * of any row that was swept away ({@link FenceSweep}): a token is larger than all that were granted before, for whatever key.
 */
public final class FenceTable {

    private static final String ADVANCE =
            "update asterism_fence set token = ?, advanced_at = current_timestamp where id = ? and token <= ?";
    private static final String FIND = "select token from asterism_fence where id = ?";
    private static final String FLOOR = "select token from asterism_fence_floor where id = 1";
    private static final int ROUNDS = 10;

    private final Duration patience;

    /** @param patience how long to wait for another transaction to end; H2 has its own {@code LOCK_TIMEOUT} instead */
    public FenceTable(Duration patience) {
        this.patience = patience;
    }

    /**
     * Advances a row, in the transaction of this connection.
     *
     * @return empty if it is done, else the token of the one who was here before
     * @throws SQLException also if another transaction has kept the row locked for too long: {@link #isTimeout}
     */
    public OptionalLong advance(Connection connection, FenceKey key, long token) throws SQLException {
        FenceDialect dialect = FenceDialect.of(connection);
        for (int round = 0; round < ROUNDS; round++) {
            if (update(connection, dialect, key, token)) {
                return OptionalLong.empty();
            }
            Optional<Long> seen = query(connection, dialect, FIND, key.id());
            if (seen.isPresent() && seen.get() > token) {
                return OptionalLong.of(seen.get());
            }
            if (seen.isEmpty() && dialect.insert(connection, seconds(), key, token)) {
                return aboveTheFloor(connection, dialect, token);
            }
        }
        throw new SQLException("the fence of " + key.text() + " was changed by others all the time");
    }

    /** Whether a statement failed because another transaction was in its way for too long. */
    public static boolean isTimeout(SQLException e) {
        return FenceDialect.isTimeout(e);
    }

    private boolean update(Connection connection, FenceDialect dialect, FenceKey key, long token) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            dialect.limit(update, seconds());
            update.setLong(1, token);
            update.setString(2, key.id());
            update.setLong(3, token);
            return update.executeUpdate() == 1;
        }
    }

    /** Asked after the row was found missing: who has swept it away has raised the floor in the same transaction. */
    private OptionalLong aboveTheFloor(Connection connection, FenceDialect dialect, long token) throws SQLException {
        long floor = query(connection, dialect, FLOOR).orElse(0L);
        return token >= floor ? OptionalLong.empty() : OptionalLong.of(floor);
    }

    private Optional<Long> query(Connection connection, FenceDialect dialect, String sql, String... parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            dialect.limit(query, seconds());
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private int seconds() {
        return Math.max(1, (int) Math.min(Integer.MAX_VALUE, patience.toSeconds()));
    }
}
