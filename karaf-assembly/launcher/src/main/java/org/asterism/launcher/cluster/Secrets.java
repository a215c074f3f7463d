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
