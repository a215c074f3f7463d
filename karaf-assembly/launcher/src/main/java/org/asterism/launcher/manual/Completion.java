package org.asterism.launcher.manual;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion of {@code asterism} for bash, and for zsh by its {@code bashcompinit}: commands and options as picocli writes
 * them, names of parts from the directories of the cluster, and files. No Java is started for it.
 */
final class Completion {

    private static final String NAMES = """

        # The parts of the cluster: of --base if it is on the line, else of the distribution.
        function _asterism_names() {
          local base="" i home part
          for (( i=1; i<${#COMP_WORDS[@]}-1; i++ )); do
            [ "${COMP_WORDS[i]}" = "--base" ] && base="${COMP_WORDS[i+1]}"
          done
          if [ -z "$base" ]; then
            home="$(command -v -- "${COMP_WORDS[0]}")" && home="$(readlink -f "$home")" || return
            base="${home%/bin/*}/cluster"
          fi
          echo database; echo hub
          ( cd "$base" 2>/dev/null || exit
            for part in hub-[2-9]; do [ -d "$part" ] && echo "$part"; done
            cd instances 2>/dev/null || exit
            for part in *; do [ -d "$part" ] && echo "$part"; done
            for part in */nodes/*; do [ -d "$part" ] && echo "${part/\\/nodes\\//\\/}"; done )
        }

        # Define a completion\
        """;

    private static final String FILES = """
        compopt -o filenames 2>/dev/null
              COMPREPLY=( $( compgen -f -- "${curr_word}" ) )
              return
        """;

    private Completion() {}

    static String of(CommandLine command) {
        String script = AutoComplete.bash("asterism", command)
                .replace("(\"" + Names.MARK + "\")", "($(_asterism_names))")
                .replace("\n# Define a completion", NAMES);
        return files(command, script);
    }

    /** picocli completes files only after options that are not optional values. */
    private static String files(CommandLine command, String script) {
        String changed = script;
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (takesFile(option)) {
                String names = String.join(
                        "|",
                        Arrays.stream(option.names())
                                .map(name -> "'" + name + "'")
                                .toList());
                changed = changed.replaceAll(
                        "(?m)^(    " + Pattern.quote(names) + "\\)\n      )return\n",
                        "$1" + java.util.regex.Matcher.quoteReplacement(FILES));
            }
        }
        for (CommandLine child : command.getSubcommands().values()) {
            changed = files(child, changed);
        }
        return changed;
    }

    private static boolean takesFile(OptionSpec option) {
        return option.type() == Path.class
                || (option.auxiliaryTypes().length > 0 && option.auxiliaryTypes()[0] == Path.class);
    }
}
