package org.asterism.sessions.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the table of the change log. */
public final class SessionTable {

    private SessionTable() {}

    /** An empty one in memory, which lives as long as this JVM. */
    public static DataSource inMemory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return madeIn(source);
    }

    public static DataSource madeIn(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists asterism_http_session");
            for (String sql : changeLog().split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            return source;
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String changeLog() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/db/http-sessions.sql")).stream()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
    }
}
