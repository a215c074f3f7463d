package org.asterism.itests.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that a document shows is one that there is, with options that there are. */
class ShownCommandsTest {

    private static final Set<String> KARAF = KarafCommands.names();

    static Stream<Shown> commands() {
        return Repository.commands().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isOneThatThereIs(Shown shown) {
        List<String> words = shown.words().stream()
                .map(word -> word.matches("N|MIB|SECONDS") ? "1" : word)
                .toList();

        assertThatCode(() -> AsterismLine.parse(words)).as(shown.toString()).doesNotThrowAnyException();
        for (String word : words) {
            if (word.startsWith("asterism:")) {
                assertThat(KARAF).as(shown.toString()).contains(word.substring("asterism:".length()));
            }
        }
    }
}
