package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.container.Role;

/** The users of the shell of every container, in the overlay of each role: one that the launcher writes, and those that people add. */
final class ShellUsers {

    /** The name of ours. */
    static final String USER = "asterism";

    private static final String GROUP = "_g_\\:admingroup";

    private ShellUsers() {}

    static void write(ClusterLayout layout, String password) throws IOException {
        for (Role role : Role.values()) {
            Path file = layout.overlay(role).resolve("users.properties");
            List<String> before =
                    Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
            List<String> lines = lines(password, before);
            if (!lines.equals(before)) {
                String text = String.join("\n", lines) + "\n";
                AtomicFile.writeSecret(file, text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    static List<String> lines(String password, List<String> before) {
        List<String> lines = new ArrayList<>(List.of(
                "# written by the launcher; the password is the one in secrets/shell.password; other users may be added",
                USER + " = " + password + ",_g_:admingroup",
                GROUP + " = group,admin,manager,viewer,systembundles,ssh"));
        before.stream().filter(line -> !isOurs(line)).forEach(lines::add);
        return lines;
    }

    private static boolean isOurs(String line) {
        return line.startsWith("# written by the launcher")
                || line.startsWith(USER + " =")
                || line.startsWith(GROUP + " =");
    }
}
