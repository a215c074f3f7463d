package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a change comes to the nodes. */
final class RollOptions {

    @Option(
            names = "--at-once",
            description = "All nodes at the same time, without draining: requests may fail meanwhile.")
    private boolean atOnce;

    @Option(names = "--all-back", description = "If a node fails all nodes go back, not only that one.")
    private boolean allBack;

    @Option(names = "--force", description = "Also nodes that are the only one that serves an application.")
    private boolean force;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            description = "How long requests under way may take to finish (default: 10).")
    private Optional<Long> drain = Optional.empty();

    @Option(
            names = "--node-limit",
            paramLabel = "SECONDS",
            description = "How long one node may take to be healthy again (default: 120).")
    private Optional<Long> nodeLimit = Optional.empty();

    @Option(names = "--no-wait", description = "Do not wait until all nodes have it.")
    private boolean noWait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for all nodes (default: 1800); the roll goes on after that.")
    private Optional<Long> timeout = Optional.empty();

    List<String> words() {
        List<String> words = new ArrayList<>();
        flag(words, "--at-once", atOnce);
        flag(words, "--all-back", allBack);
        flag(words, "--force", force);
        flag(words, "--no-wait", noWait);
        drain.ifPresent(seconds -> words.addAll(List.of("--drain", seconds.toString())));
        nodeLimit.ifPresent(seconds -> words.addAll(List.of("--node-limit", seconds.toString())));
        timeout.ifPresent(seconds -> words.addAll(List.of("--timeout", seconds.toString())));
        return words;
    }

    private static void flag(List<String> words, String name, boolean given) {
        if (given) {
            words.add(name);
        }
    }
}
