package org.asterism.persistence.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * Removes rows of the fence that nobody has advanced for long. What they knew is kept by the floor, which is raised in the same
 * transaction: a stale holder is refused also when the row is gone. All ages are measured by the database's clock.
 */
public final class FenceSweep {

    private static final String CLAIM =
            "update asterism_fence_floor set swept_at = current_timestamp where id = 1 and swept_at <= ?";
    private static final String FIND =
            "select id, token from asterism_fence where id > ? and advanced_at < ? order by id limit ?";
    private static final String RAISE = "update asterism_fence_floor set token = ? where id = 1 and token < ?";
    private static final String DELETE = "delete from asterism_fence where id = ? and token = ? and advanced_at < ?";

    private final DataSource dataSource;
    private final Duration rowAge;
    private final int page;

    /** @param page how many rows are removed in one transaction */
    public FenceSweep(DataSource dataSource, Duration rowAge, int page) {
        this.dataSource = dataSource;
        this.rowAge = rowAge;
        this.page = page;
    }

    /**
     * Sweeps, unless it was done by anybody within the last {@code period}. Stops early if the thread is interrupted.
     *
     * @return how many rows are gone; empty if it was not this one's turn
     */
    public OptionalInt sweep(Duration period) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            OffsetDateTime now = now(connection);
            if (!claim(connection, now.minus(period))) {
                return OptionalInt.empty();
            }
            connection.setAutoCommit(false);
            try {
                return OptionalInt.of(sweep(connection, now.minus(rowAge)));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private int sweep(Connection connection, OffsetDateTime before) throws SQLException {
        int swept = 0;
        List<Row> rows = rows(connection, "", before);
        while (!rows.isEmpty() && !Thread.currentThread().isInterrupted()) {
            raise(connection, rows.stream().mapToLong(Row::token).max().orElseThrow());
            swept += delete(connection, rows, before);
            connection.commit();
            rows = rows(connection, rows.get(rows.size() - 1).id(), before);
        }
        return swept;
    }

    private static OffsetDateTime now(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select current_timestamp");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        }
    }

    private static boolean claim(Connection connection, OffsetDateTime before) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, before);
            return update.executeUpdate() == 1;
        }
    }

    private List<Row> rows(Connection connection, String after, OffsetDateTime before) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setString(1, after);
            query.setObject(2, before);
            query.setInt(3, page);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getString(1), rows.getLong(2)));
                }
            }
            return found;
        }
    }

    private static void raise(Connection connection, long token) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RAISE)) {
            update.setLong(1, token);
            update.setLong(2, token);
            update.executeUpdate();
        }
    }

    /** Only those that are still as they were found. */
    private static int delete(Connection connection, List<Row> rows, OffsetDateTime before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (Row row : rows) {
                delete.setString(1, row.id());
                delete.setLong(2, row.token());
                delete.setObject(3, before);
                delete.addBatch();
            }
            int deleted = 0;
            for (int count : delete.executeBatch()) {
                deleted += count;
            }
            return deleted;
        }
    }

    private record Row(String id, long token) {}
}
