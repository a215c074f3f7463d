package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.launcher.LauncherException;

/**
 * A database that is there already and that the cluster shall use.
 *
 * @param url its JDBC URL
 * @param user the user
 * @param passwordFile a file with the user's password in its first line
 */
public record ExternalDatabase(String url, String user, Path passwordFile) {

    private static final String PASSWORD = "external-database.password";

    /** Takes a copy of the password, in the form the containers read it. */
    void configure(ClusterLayout layout) throws IOException, LauncherException {
        AtomicFile.writeSecret(layout.secrets().resolve(PASSWORD), password().getBytes(StandardCharsets.UTF_8));
        new Datasource(url, user, "FILE(${asterism.cluster.base}/secrets/" + PASSWORD + ")").write(layout);
    }

    private String password() throws LauncherException {
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new LauncherException("cannot read the password file " + passwordFile, e);
        }
    }
}
