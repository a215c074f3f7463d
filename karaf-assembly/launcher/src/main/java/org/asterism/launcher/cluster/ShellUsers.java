package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.container.Role;

/** The one user of the shell of every container, written to the overlay of each role. */
final class ShellUsers {

    /** Its name. */
    static final String USER = "asterism";

    private ShellUsers() {}

    static void write(ClusterLayout layout, String password) throws IOException {
        byte[] users = """
                # written by the launcher; the password is the one in secrets/shell.password
                %s = %s,_g_:admingroup
                _g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh
                """.formatted(USER, password).getBytes(StandardCharsets.ISO_8859_1);
        for (Role role : Role.values()) {
            Path file = layout.overlay(role).resolve("users.properties");
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), users)) {
                AtomicFile.writeSecret(file, users);
            }
        }
    }
}
