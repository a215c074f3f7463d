package org.asterism.servernode.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theTablesOfThePidsAreThoseOfTheConfigurations() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1)
                        .replace("`", ""))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ServerNodeConfig.class, AgentConfig.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .map(ReadmeTest::row)
                        .toList());
    }

    private static String row(Method attribute) {
        Object value = attribute.getDefaultValue();
        String shown = value == null || value.toString().isEmpty() ? " " : " " + value + " ";
        return "| " + attribute.getName().replace('_', '.') + " | "
                + attribute.getReturnType().getSimpleName() + " |" + shown + "|";
    }
}
