package org.asterism.launcher.command;

import java.nio.file.Path;
import java.util.Optional;
import org.asterism.launcher.cluster.ExternalDatabase;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that name a database that is there already. */
final class DatabaseOptions {

    @ArgGroup(
            exclusive = false,
            heading = "Use a database that is there already, from the next start of each server node:%n")
    private External external;

    /** All or none of them. */
    static final class External {
        @Option(
                names = "--db",
                paramLabel = "URL",
                required = true,
                description = "Its JDBC URL (jdbc:postgresql://…).")
        private String url;

        @Option(names = "--db-user", paramLabel = "USER", required = true, description = "The user.")
        private String user;

        @Option(
                names = "--db-password-file",
                paramLabel = "FILE",
                required = true,
                description = "A file with the user's password in its first line.")
        private Path passwordFile;
    }

    Optional<ExternalDatabase> external() {
        return Optional.ofNullable(external)
                .map(given -> new ExternalDatabase(given.url, given.user, given.passwordFile));
    }
}
