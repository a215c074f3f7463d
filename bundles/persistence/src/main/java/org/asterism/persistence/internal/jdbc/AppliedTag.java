package org.asterism.persistence.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether a table of changes carries a tag. Costs one query and needs no migration tool. */
public final class AppliedTag {

    /** SQLSTATE class: there is no such table, among other things. */
    private static final String SYNTAX_OR_ACCESS = "42";

    private AppliedTag() {}

    /** @throws SQLException if the database cannot be asked; a table that is missing has no tag */
    public static boolean isPresent(Connection connection, String table, String tag) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from " + table + " where tag = ?")) {
            query.setString(1, tag);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(SYNTAX_OR_ACCESS)) {
                return false;
            }
            throw e;
        }
    }
}
