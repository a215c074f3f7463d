package org.asterism.deploytool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.deploying.Targets;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;

/** What stands on the command line: {@code VERB --option VALUE … --flag … -- WORD …}. */
final class Arguments {

    private static final Set<String> VERBS = Set.of("deploy", "undeploy", "rollback", "deployments", "drift");
    private static final Set<String> OPTIONS = Set.of(
            "--url",
            "--secret-file",
            "--who",
            "--to",
            "--feature",
            "--context-path",
            "--drain",
            "--node-limit",
            "--timeout",
            "--generation",
            "--limit");
    private static final Set<String> FLAGS =
            Set.of("--json", "--at-once", "--all-back", "--force", "--dry-run", "--no-wait", "--history", "--fail");

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();
    private final String verb;

    Arguments(List<String> words) {
        if (words.isEmpty() || !VERBS.contains(words.get(0))) {
            throw new IllegalArgumentException("what is to be done? One of " + VERBS);
        }
        verb = words.get(0);
        int next = 1;
        while (next < words.size()) {
            next = read(words, next);
        }
    }

    private int read(List<String> words, int at) {
        String word = words.get(at);
        if (word.equals("--")) {
            rest.addAll(words.subList(at + 1, words.size()));
            return words.size();
        }
        if (FLAGS.contains(word)) {
            values.put(word, "");
            return at + 1;
        }
        if (OPTIONS.contains(word) && at + 1 < words.size()) {
            values.put(word, words.get(at + 1));
            return at + 2;
        }
        throw new IllegalArgumentException("not understood: " + word);
    }

    String verb() {
        return verb;
    }

    /** What is deployed, or the names of what is taken away. */
    List<String> words() {
        return List.copyOf(rest);
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    String get(String option) {
        return find(option).orElseThrow(() -> new IllegalArgumentException(option + " is missing"));
    }

    Path path(String option) {
        return Path.of(get(option));
    }

    Optional<Long> number(String option) {
        return find(option).map(text -> {
            if (!text.matches("\\d{1,15}")) {
                throw new IllegalArgumentException(option + " " + text + " is no number");
            }
            return Long.valueOf(text);
        });
    }

    /** Empty if nothing is said. */
    List<Target> targets() {
        return find("--to").map(text -> Targets.parse(List.of(text))).orElse(List.of());
    }

    RollOptions roll() {
        return new RollOptions(
                has("--at-once"),
                has("--all-back"),
                has("--force"),
                seconds("--drain", RollOptions.ROLLING.drain()),
                seconds("--node-limit", RollOptions.ROLLING.nodeLimit()));
    }

    Duration seconds(String option, Duration otherwise) {
        return number(option).map(Duration::ofSeconds).orElse(otherwise);
    }
}
