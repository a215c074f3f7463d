package org.asterism.launcher.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code asterism drift}. */
@Command(name = "drift", description = "Lists what server nodes differ in from what is deployed, since when and why.")
final class DriftCommand extends DeploymentCommand {

    @Option(names = "--fail", description = "Exit code 1 if there is any difference.")
    private boolean fail;

    @Override
    List<String> options() {
        return fail ? List.of("--fail") : List.of();
    }
}
