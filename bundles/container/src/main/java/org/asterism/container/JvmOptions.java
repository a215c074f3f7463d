package org.asterism.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JVM options from {@code etc/jvm.options}: one a line, {@code #} begins a comment line. */
final class JvmOptions {

    private JvmOptions() {}

    static List<String> in(ContainerLayout layout) throws ContainerStartException {
        Path file = layout.etc().resolve("jvm.options");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new ContainerStartException("cannot read " + file + ": " + ContainerBase.reason(e), e);
        }
    }
}
