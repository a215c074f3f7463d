package org.asterism.drill;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.asterism.drill.history.FaultKind;

/** What stands on the command line: {@code locks --option VALUE … --flag …}. */
final class Arguments {

    private static final Set<String> OPTIONS = Set.of(
            "--url",
            "--secret-file",
            "--launcher",
            "--base",
            "--minutes",
            "--count",
            "--seed",
            "--faults",
            "--workers",
            "--customers",
            "--lease");
    private static final Set<String> FLAGS = Set.of("--json", "--on-this-cluster");

    private final Map<String, String> values = new HashMap<>();

    Arguments(List<String> words) throws DrillException {
        if (words.isEmpty() || !words.get(0).equals("locks")) {
            throw new DrillException("which drill? There is one: locks");
        }
        for (int next = 1; next < words.size(); next++) {
            String word = words.get(next);
            if (FLAGS.contains(word)) {
                values.put(word, "");
            } else if (OPTIONS.contains(word) && next + 1 < words.size()) {
                next++;
                values.put(word, words.get(next));
            } else {
                throw new DrillException("not understood: " + word);
            }
        }
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    String get(String option) throws DrillException {
        return find(option).orElseThrow(() -> new DrillException(option + " is missing"));
    }

    /** @throws DrillException if it is no positive number */
    double number(String option, double otherwise) throws DrillException {
        String said = find(option).orElse(Double.toString(otherwise));
        try {
            double number = Double.parseDouble(said);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new DrillException(option + " " + said + " is no number", e);
        }
        throw new DrillException(option + " " + said + " is not positive");
    }

    /** Any number at all. */
    Optional<Long> seed() throws DrillException {
        Optional<String> said = find("--seed");
        try {
            return said.map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw new DrillException("--seed " + said.orElse("") + " is no number", e);
        }
    }

    /**
     * What is to be broken.
     *
     * @throws DrillException if there is no such fault, or it needs a cluster with instances
     */
    Set<FaultKind> faults(Set<FaultKind> possible) throws DrillException {
        Optional<String> said = find("--faults");
        if (said.isEmpty()) {
            return possible;
        }
        Set<FaultKind> wanted = new TreeSet<>();
        for (String word : said.get().split(",", -1)) {
            wanted.add(possible.stream()
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new DrillException("there is no fault '" + word + "' here; there are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(FaultKind.values())
                                            .filter(possible::contains)
                                            .map(FaultKind::word)
                                            .toList()))));
        }
        return wanted;
    }
}
