package org.asterism.launcher.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.launcher.command.AsterismCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The man page and the completion, as the build makes them. */
class ManualTest {

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws Exception {
        Manual.main(new String[] {directory.toString(), "1.2.3"});
    }

    @Test
    void theManPageHasEveryCommandEveryOptionAndEveryExitCode() throws Exception {
        String page = Files.readString(directory.resolve("man/man1/asterism.1"));

        assertThat(page).startsWith(".TH ASTERISM 1 \"\" \"Asterism 1.2.3\"");
        for (CommandLine command : ManPage.commands(AsterismCommand.commandLine())) {
            assertThat(page)
                    .contains(
                            ".SS \"" + command.getCommandSpec().qualifiedName().replace("-", "\\-"));
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(page).contains(option.longestName().replace("-", "\\-"));
            }
        }
        assertThat(page).contains(".B 0\nDone.").contains(".B 3\n");
    }

    @Test
    @EnabledIf("hasGroff")
    void theManPageIsOneForTheTypesetter() throws Exception {
        assertThat(run(
                        "groff",
                        "-ww",
                        "-z",
                        "-Kutf8",
                        "-man",
                        directory.resolve("man/man1/asterism.1").toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'asterism sta'                      | start status
        'asterism start '                   | database hub instance
        'asterism logs --base BASE '        | database hub hub-2 a b a/1 a/2
        'asterism kill --base BASE a/'      | a/1 a/2
        'asterism status --j'               | --json
        'asterism start instance --hosting ' | process embedded
        'asterism bench R'                  | RPC
        """)
    void bashCompletes(String line, String expected) throws Exception {
        for (String part : List.of("hub", "hub-2", "instances/a/nodes/1", "instances/a/nodes/2", "instances/b")) {
            Files.createDirectories(directory.resolve("base").resolve(part));
        }
        String typed = line.replace("BASE", directory.resolve("base").toString());

        String reply = run(
                "bash",
                "-c",
                """
                source "$1"; read -ra COMP_WORDS <<< "$2"
                [[ "$2" == *" " ]] && COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMP_LINE="$2"; COMP_POINT=${#2}
                _complete_asterism 2>/dev/null; printf '%s\\n' "${COMPREPLY[@]}"
                """,
                "bash",
                directory.resolve("completion/asterism.bash").toString(),
                typed);

        assertThat(Arrays.stream(reply.split("\n", -1)).map(String::strip).filter(word -> !word.isEmpty()))
                .containsExactlyInAnyOrder(expected.split(" ", -1));
    }

    static boolean hasGroff() {
        return Files.isExecutable(Path.of("/usr/bin/groff"));
    }

    private String run(String... command) throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
