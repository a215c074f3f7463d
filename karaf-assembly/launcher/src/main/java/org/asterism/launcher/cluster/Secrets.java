package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.launcher.LauncherException;

/** The generated secrets of a cluster: files without a line end that only their owner can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final ClusterLayout layout;

    Secrets(ClusterLayout layout) {
        this.layout = layout;
    }

    /** Creates those that are not there. */
    void create() throws IOException {
        if (!Files.isDirectory(layout.secrets())) {
            Files.createDirectories(layout.base());
            Files.createDirectory(
                    layout.secrets(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        create(layout.clusterSecret());
        create(layout.databasePassword());
        create(layout.shellPassword());
    }

    /** Takes over the secret of a cluster that others have made. */
    void adopt(String secret) throws IOException, LauncherException {
        if (secret.isBlank()) {
            throw new LauncherException("the cluster secret is empty; give the one that the hub has");
        }
        AtomicFile.writeSecret(layout.clusterSecret(), secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    String databasePassword() throws IOException {
        return Files.readString(layout.databasePassword()).strip();
    }

    String shellPassword() throws IOException {
        return Files.readString(layout.shellPassword()).strip();
    }

    private static void create(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            String secret = HexFormat.of().formatHex(bytes);
            AtomicFile.writeSecret(file, secret.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
