package org.asterism.launcher.command;

import picocli.CommandLine.Command;

/** {@code asterism start}: one part of the cluster. */
@Command(
        name = "start",
        description = "Starts one part of the cluster and waits until it is up.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StartDatabaseCommand.class, StartHubCommand.class, StartInstanceCommand.class})
final class StartCommand {}
