package org.asterism.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.terminal.Colours;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code asterism} itself: what all its subcommands share. */
@Command(
        name = "asterism",
        description = "Runs an Asterism cluster on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            RunCommand.class,
            StopCommand.class,
            KillCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            SupportBundleCommand.class,
            LogsCommand.class,
            DeployCommand.class,
            UndeployCommand.class,
            DeploymentsCommand.class,
            RollbackCommand.class,
            DriftCommand.class,
            BenchCommand.class,
            DrillCommand.class,
            ShellCommand.class,
            AutoComplete.GenerateCompletion.class,
        },
        footer = {
            "",
            "NAME is database, hub, an instance such as a, or a server node such as a/1.",
            "'asterism demo' starts a whole cluster; 'asterism help COMMAND' tells more.",
        })
public final class AsterismCommand {

    @Option(
            names = "--base",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where all state of the cluster is (default: the directory 'cluster' of the distribution).")
    private Optional<Path> base = Optional.empty();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Added to every fixed port; given once, it is remembered in DIR (default: 0).")
    private Optional<Integer> portOffset = Optional.empty();

    private final Path home;

    private AsterismCommand(Path home) {
        this.home = home;
    }

    /** For the distribution that the system property {@code asterism.home} names. */
    public static CommandLine commandLine() {
        return commandLine(Path.of(System.getProperty("asterism.home", ".")));
    }

    static CommandLine commandLine(Path home) {
        CommandLine commandLine =
                new CommandLine(new AsterismCommand(home.toAbsolutePath().normalize()));
        commandLine.addSubcommand(new CommandLine.HelpCommand());
        commandLine
                .getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCodes.told());
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.setParameterExceptionHandler(new WrongUsage());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.getSubcommands().get("shell").setStopAtPositional(true);
        return commandLine;
    }

    /** The distribution. */
    Path home() {
        return home;
    }

    /** What {@code --base} says. */
    Optional<Path> base() {
        return base;
    }

    /** The cluster as it is now. */
    Cluster cluster() throws IOException, LauncherException {
        return Cluster.open(home, directory(), portOffset);
    }

    /** Where the cluster's state is. */
    Path directory() {
        return base.orElse(home.resolve("cluster"));
    }

    /** What {@code --port-offset} says. */
    Optional<Integer> portOffset() {
        return portOffset;
    }

    /** Colours if the output goes to a terminal. */
    static Colours colours() {
        return Ansi.AUTO.enabled() ? Colours.ON : Colours.OFF;
    }
}
