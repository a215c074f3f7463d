package org.asterism.deployment.internal.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables of the change log, empty. */
final class Schema {

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");

    private Schema() {}

    static void make(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String changeLog = changeLog();
            for (MatchResult table : TABLE.matcher(changeLog).results().toList()) {
                statement.execute("drop table if exists " + table.group(1));
            }
            for (String sql : changeLog.split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String changeLog() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/db/deployment.sql")).stream()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
    }
}
