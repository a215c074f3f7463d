package org.asterism.itests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.asterism.launcher.command.AsterismCommand;
import org.junit.jupiter.api.Test;

/** What the documents list is what there is in the code. */
class ReferenceIsCurrentTest {

    @Test
    void everyKeyOfEveryPidHasItsRowAndItsDefault() throws Exception {
        Map<String, Pid> pids = Pid.all();
        Map<String, Map<String, String>> tables = PidTables.read(pids.keySet());

        assertThat(pids).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        pids.forEach((name, pid) -> {
            Map<String, String> table = tables.getOrDefault(name, Map.of());
            assertThat(table.keySet())
                    .as("keys of " + name)
                    .isEqualTo(pid.keys().keySet());
            all.assertThat(defaults(pid.keys(), pid.keys()))
                    .as("defaults of " + name)
                    .isEqualTo(defaults(table, pid.keys()));
        });
        all.assertAll();
    }

    @Test
    void everyPidIsInTheReference() throws Exception {
        assertThat(found("\\[`(org\\.asterism[a-z.]*)`\\]"))
                .containsExactlyInAnyOrderElementsOf(Pid.all().keySet());
    }

    @Test
    void everyCommandIsInTheReference() {
        Set<String> commands =
                new TreeSet<>(AsterismCommand.commandLine().getSubcommands().keySet());
        commands.removeAll(Set.of("help", "generate-completion"));

        assertThat(row("| [`asterism`]")).isEqualTo(commands);
        assertThat(row("| [Karaf shell]")).isEqualTo(KarafCommands.names());
    }

    @Test
    void everyExitCodeIsInTheReference() {
        Map<String, String> codes =
                AsterismCommand.commandLine().getCommandSpec().usageMessage().exitCodeList();

        assertThat(found("\n\\| ([0-9]) \\| ")).containsAll(codes.keySet());
    }

    @Test
    void everyErrorOfTheApiIsInTheReference() throws Exception {
        Set<String> errors = new TreeSet<>();
        for (String name : ClassPath.names("org/asterism/", "Exception.class")) {
            if (name.matches("org/asterism/(lock|messaging|remote|servernode|cluster|deployment)/[^/$]*")) {
                Class<?> type = Class.forName(
                        name.replace('/', '.').replaceFirst("\\.class$", ""),
                        false,
                        getClass().getClassLoader());
                if (Modifier.isPublic(type.getModifiers())) {
                    errors.add(type.getSimpleName());
                }
            }
        }

        assertThat(found("\n\\| `([A-Za-z]*Exception)` \\| ")).isEqualTo(errors);
    }

    /** Only what the code gives as a default: the others are told in words, such as "required". */
    private static Map<String, String> defaults(Map<String, String> values, Map<String, String> code) {
        Map<String, String> defaults = new TreeMap<>();
        code.forEach((key, value) -> {
            if (!value.isEmpty()) {
                defaults.put(key, values.getOrDefault(key, "").strip());
            }
        });
        return defaults;
    }

    private static Set<String> row(String begin) {
        String line = Repository.reference()
                .lines()
                .filter(one -> one.startsWith(begin))
                .findFirst()
                .orElseThrow();
        Set<String> names = found(line.substring(line.indexOf('|', 1)), "`([a-z-]+)`");
        names.remove("asterism");
        return names;
    }

    private static Set<String> found(String pattern) {
        return found(Repository.reference(), pattern);
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        found.removeIf(name -> name.equals("--help") || name.equals("--json"));
        return found;
    }
}
