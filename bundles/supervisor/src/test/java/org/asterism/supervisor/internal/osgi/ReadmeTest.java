package org.asterism.supervisor.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theTableOfThePidIsThatOfTheConfiguration() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', line.indexOf('|', 1) + 1) + 1) + 1))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SupervisorConfig.class.getDeclaredMethods())
                        .map(ReadmeTest::row)
                        .toList());
    }

    private static String row(Method attribute) {
        return "| `" + attribute.getName().replace('_', '.') + "` | "
                + attribute.getReturnType().getSimpleName() + " | " + attribute.getDefaultValue() + " |";
    }
}
