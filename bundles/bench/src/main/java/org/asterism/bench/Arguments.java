package org.asterism.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on the command line: {@code NAME --option VALUE … --flag …}. */
final class Arguments {

    private static final Set<String> OPTIONS = Set.of(
            "--url",
            "--secret-file",
            "--threads",
            "--seconds",
            "--warmup",
            "--members",
            "--held",
            "--connections",
            "--front",
            "--only",
            "--hub-record",
            "--launcher",
            "--base");
    private static final Set<String> FLAGS = Set.of("--json", "--restart-hub");

    private final String benchmark;
    private final Map<String, String> values = new HashMap<>();

    Arguments(List<String> words) throws BenchException {
        if (words.isEmpty()) {
            throw new BenchException("which benchmark: rpc, messages, members, locks or dispatch?");
        }
        benchmark = words.get(0);
        for (int next = 1; next < words.size(); next++) {
            String word = words.get(next);
            if (FLAGS.contains(word)) {
                values.put(word, "");
            } else if (OPTIONS.contains(word) && next + 1 < words.size()) {
                next++;
                values.put(word, words.get(next));
            } else {
                throw new BenchException("not understood: " + word);
            }
        }
    }

    String benchmark() {
        return benchmark;
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    String get(String option) throws BenchException {
        return find(option).orElseThrow(() -> new BenchException(option + " is missing"));
    }

    /** @throws BenchException if it is no positive number */
    int number(String option, int otherwise) throws BenchException {
        String said = find(option).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(said);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BenchException(option + " " + said + " is no number", e);
        }
        throw new BenchException(option + " " + said + " is not positive");
    }
}
