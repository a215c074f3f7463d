package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asterism.container.JavaRuntime;
import org.asterism.container.Role;
import org.asterism.launcher.cluster.Cluster;

/** Whether a JVM starts with the options of each role: an option that it does not know ends it before it can log. */
record JvmOptionsCheck(Cluster cluster, JavaRuntime java) implements Check {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Role role : Role.values()) {
            Path file = file(role);
            List<String> command = new ArrayList<>(List.of(java.command().toString()));
            command.addAll(role.jvmOptions());
            command.addAll(options(file));
            command.add("-version");
            judge(role.name().toLowerCase(Locale.ROOT), file, Tool.run(command, TIMEOUT))
                    .ifPresent(findings::add);
        }
        return findings.isEmpty() ? List.of(Finding.ok("jvm", "starts with the options of each role")) : findings;
    }

    /** Empty if it starts. */
    static Optional<Finding> judge(String role, Path file, Optional<Tool.Output> output) {
        if (output.filter(Tool.Output::isGood).isPresent()) {
            return Optional.empty();
        }
        String said = output.flatMap(out -> out.text().lines().findFirst()).orElse("it did not end in time");
        return Optional.of(Finding.problem(
                "jvm", "no JVM starts with the options of the role " + role + ": " + said, "mend " + file));
    }

    /** That of the cluster goes in the place of that of the distribution. */
    private Path file(Role role) {
        Path own = cluster.layout().overlay(role).resolve("jvm.options");
        return Files.exists(own) ? own : cluster.home().resolve("etc").resolve("jvm.options");
    }

    private static List<String> options(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
