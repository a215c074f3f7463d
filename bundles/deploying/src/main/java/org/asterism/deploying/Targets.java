package org.asterism.deploying;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.deployment.Target;

/** Targets as people write them. */
public final class Targets {

    private Targets() {}

    /**
     * Each is {@code cluster}, an instance or a node, or several of them with commas. One that is within another is left as it is.
     *
     * @return sorted, each once; the whole cluster if nothing is written
     * @throws IllegalArgumentException if one is none of these
     */
    public static List<Target> parse(List<String> written) {
        List<Target> targets =
                words(written).map(Targets::parsed).distinct().sorted().toList();
        return targets.isEmpty() ? List.of(Target.CLUSTER) : targets;
    }

    private static Stream<String> words(List<String> written) {
        return written.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip);
    }

    private static Target parsed(String word) {
        try {
            return Target.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a target: '" + word + "' (expected cluster, an instance such as a, or a node such as a/1)", e);
        }
    }
}
