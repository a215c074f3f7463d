package org.asterism.launcher.command;

import picocli.CommandLine.Command;

/** {@code asterism run}: one part of the cluster, in the foreground. */
@Command(
        name = "run",
        description =
                "Starts one part of the cluster and stays until it ends: for systemd and container runtimes. SIGTERM"
                        + " and Ctrl-C stop it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunHubCommand.class, RunInstanceCommand.class, RunDatabaseCommand.class})
final class RunCommand {}
