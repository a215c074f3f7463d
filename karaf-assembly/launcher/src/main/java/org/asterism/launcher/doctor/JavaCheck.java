package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asterism.container.JavaRuntime;

/** Whether containers start with this Java, and whether it is the one a person thinks of. */
record JavaCheck(JavaRuntime java) implements Check {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+).*");

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<Finding> findings() throws IOException {
        return List.of(
                judge(java, Optional.ofNullable(System.getenv("JAVA_HOME")).filter(home -> !home.isBlank()), onPath()));
    }

    /**
     * @param javaHome what {@code JAVA_HOME} says
     * @param onPath the first Java on the {@code PATH}
     */
    static Finding judge(JavaRuntime java, Optional<String> javaHome, Optional<JavaRuntime> onPath) {
        String found =
                "Java " + java.version() + " in " + java.home() + (javaHome.isPresent() ? ", from JAVA_HOME" : "");
        if (!fits(java.version())) {
            return Finding.problem("java", found, "set JAVA_HOME to a Java from " + range());
        }
        if (javaHome.isEmpty() && onPath.isPresent() && !fits(onPath.get().version())) {
            return Finding.warning(
                    "java",
                    found + "; the one on the PATH is Java " + onPath.get().version() + " and was passed over",
                    "set JAVA_HOME=" + java.home() + ", so that it does not depend on what is in /usr/lib/jvm");
        }
        return Finding.ok("java", found);
    }

    private static boolean fits(int version) {
        return version >= JavaRuntime.MIN_VERSION && version <= JavaRuntime.MAX_VERSION;
    }

    private static String range() {
        return JavaRuntime.MIN_VERSION + " to " + JavaRuntime.MAX_VERSION;
    }

    private static Optional<JavaRuntime> onPath() throws IOException {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String directory : path.split(":", -1)) {
            Path command = Path.of(directory).resolve("java");
            if (!directory.isEmpty() && Files.isExecutable(command)) {
                Path bin = command.toRealPath().getParent();
                return Optional.ofNullable(bin.getParent()).flatMap(JavaCheck::runtime);
            }
        }
        return Optional.empty();
    }

    /** Empty if it does not tell its version. */
    private static Optional<JavaRuntime> runtime(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(version -> new JavaRuntime(home, Integer.parseInt(version.group(1))));
        } catch (IOException | java.io.UncheckedIOException notTold) {
            return Optional.empty();
        }
    }
}
