package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism undeploy}. */
@Command(
        name = "undeploy",
        description =
                "Takes what is deployed from the server nodes, one after the other; exit code 1 if one still has it.")
final class UndeployCommand extends DeploymentCommand {

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "As 'asterism deployments' shows them.")
    private List<String> names = List.of();

    @Option(
            names = "--to",
            paramLabel = "TARGET",
            split = ",",
            description =
                    "Only what was deployed for these: cluster, instances, server nodes (default: wherever it is).")
    private List<String> to = List.of();

    @Mixin
    private RollOptions roll = new RollOptions();

    @Override
    List<String> options() {
        List<String> options = new ArrayList<>(roll.words());
        if (!to.isEmpty()) {
            options.addAll(List.of("--to", String.join(",", to)));
        }
        return options;
    }

    @Override
    List<String> words() {
        return names;
    }
}
