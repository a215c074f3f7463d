package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code asterism deployments}. */
@Command(
        name = "deployments",
        description = "Lists what is deployed, how far it is, and which generation each server node has.")
final class DeploymentsCommand extends DeploymentCommand {

    @Option(names = "--generation", paramLabel = "N", description = "What this generation has (default: the newest).")
    private Optional<Long> generation = Optional.empty();

    @Option(names = "--history", description = "Who changed what when.")
    private boolean history;

    @Option(names = "--limit", paramLabel = "N", description = "How many generations --history lists (default: 20).")
    private Optional<Integer> limit = Optional.empty();

    @Override
    List<String> options() {
        List<String> options = new ArrayList<>();
        generation.ifPresent(number -> options.addAll(List.of("--generation", number.toString())));
        limit.ifPresent(number -> options.addAll(List.of("--limit", number.toString())));
        if (history) {
            options.add("--history");
        }
        return options;
    }
}
