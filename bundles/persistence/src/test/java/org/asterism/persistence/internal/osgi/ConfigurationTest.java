package org.asterism.persistence.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

    static Stream<Method> keys() {
        return Stream.of(MigrationConfig.class, FenceConfig.class)
                .flatMap(config -> Stream.of(config.getDeclaredMethods()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theReadmeTellsEveryKeyAndItsDefault(Method key) throws IOException {
        String line = String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d |",
                key.getName().replace('_', '.'),
                key.getReturnType().getName(),
                ((Number) key.getDefaultValue()).longValue());
        assertThat(Files.readString(Path.of("README.md"))).contains(line);
    }
}
