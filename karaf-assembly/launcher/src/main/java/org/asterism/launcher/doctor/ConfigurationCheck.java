package org.asterism.launcher.doctor;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.asterism.container.ClusterLayout;
import org.asterism.container.Role;

/** Whether the cluster's own configuration is read at all, and can be. */
record ConfigurationCheck(ClusterLayout layout) implements Check {

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public List<Finding> findings() throws IOException {
        Path etc = layout.base().resolve("etc");
        if (!Files.isDirectory(etc)) {
            return List.of(Finding.skipped("configuration", "the cluster has none of its own"));
        }
        List<Finding> findings = new ArrayList<>();
        int files = 0;
        for (Path entry : entries(etc)) {
            Optional<Finding> unread = unread(entry);
            unread.ifPresent(findings::add);
            if (unread.isEmpty()) {
                for (Path file : entries(entry)) {
                    files++;
                    damage(file).ifPresent(findings::add);
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("configuration", files + " files of its own, all readable"))
                : findings;
    }

    private static Optional<Finding> unread(Path entry) {
        List<String> roles = Arrays.stream(Role.values()).map(Role::directory).toList();
        return Files.isDirectory(entry) && roles.contains(entry.getFileName().toString())
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "configuration",
                        "nothing reads " + entry,
                        "put files into the directory of a role: " + String.join(", ", roles)));
    }

    static Optional<Finding> damage(Path file) {
        if (!file.toString().endsWith(".cfg") && !file.toString().endsWith(".properties")) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new Properties().load(reader);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Finding.problem(
                    "configuration",
                    file + " cannot be read: " + e.getMessage(),
                    "write lines of the form 'key = value' in UTF-8, a backslash as two"));
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }
}
