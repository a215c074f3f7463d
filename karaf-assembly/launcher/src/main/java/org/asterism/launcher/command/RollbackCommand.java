package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asterism rollback}. */
@Command(
        name = "rollback",
        description = "Makes what an earlier generation had the newest again; exit code 1 if a node does not get it.")
final class RollbackCommand extends DeploymentCommand {

    @Parameters(
            paramLabel = "GENERATION",
            arity = "0..1",
            description = "To which (default: the last one before the newest that all nodes had).")
    private Optional<Long> generation = Optional.empty();

    @Mixin
    private RollOptions roll = new RollOptions();

    @Override
    List<String> options() {
        List<String> options = new ArrayList<>(roll.words());
        generation.ifPresent(number -> options.addAll(List.of("--generation", number.toString())));
        return options;
    }
}
