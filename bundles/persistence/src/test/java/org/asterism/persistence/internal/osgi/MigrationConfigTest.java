package org.asterism.persistence.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationConfigTest {

    private static final Map<String, String> DEFAULTS = Map.of(
            "lock.wait.millis", "30,000",
            "retry.first.millis", "500",
            "retry.longest.millis", "15,000");

    @Test
    void theReadmeTellsEveryKeyAndItsDefault() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        assertThat(Arrays.stream(MigrationConfig.class.getDeclaredMethods())
                        .map(method -> method.getName().replace('_', '.')))
                .containsExactlyInAnyOrderElementsOf(DEFAULTS.keySet());
        DEFAULTS.forEach((key, value) ->
                assertThat(readme).anyMatch(line -> line.startsWith("| `" + key + "` | long | " + value + " |")));
        assertThat(Arrays.stream(MigrationConfig.class.getDeclaredMethods())
                        .map(method -> method.getDefaultValue().toString()))
                .allMatch(value -> DEFAULTS.values().stream()
                        .anyMatch(text -> text.replace(",", "").equals(value)));
    }
}
