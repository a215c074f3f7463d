package org.asterism.launcher.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page {@code asterism(1)}, out of what the commands say of themselves. */
record ManPage(CommandLine root, String version) {

    private static final Map<String, String> ENVIRONMENT = new TreeMap<>(Map.of(
            "JAVA_HOME",
                    "The Java that runs everything, from 17 to 23. Without it: the java on the PATH, then"
                            + " /usr/lib/jvm.",
            "ASTERISM_LAUNCHER_OPTS", "Options for the JVM of this command itself.",
            "ASTERISM_DEBUG", "If set, a failure is shown with its stack trace.",
            "NOTIFY_SOCKET", "Set by systemd: 'run' tells it when the part is up."));

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "cluster.json", "The port offset, the hubs and instances.",
            "secrets/", "The cluster secret, the passwords of the database and of the shell; for the owner only.",
            "etc/ROLE/", "Configuration for every container of a role: hub, instance, servernode.",
            "applications/", "Bundles and WARs for every server node.",
            "database/", "The files of H2; what must be backed up."));

    String text() {
        Troff page = new Troff().title("ASTERISM", "Asterism " + version);
        page.section("NAME").text("asterism - " + description(root.getCommandSpec()));
        page.section("SYNOPSIS").text("asterism [OPTIONS] COMMAND [ARGUMENTS]");
        page.section("DESCRIPTION").text(description(root.getCommandSpec()));
        page.verbatim(footer(root.getCommandSpec()));
        page.section("COMMANDS");
        commands(root).forEach(command -> command(page, command.getCommandSpec()));
        page.section("OPTIONS OF ALL COMMANDS");
        root.getCommandSpec().options().forEach(option -> option(page, option));
        page.section("EXIT STATUS");
        root.getCommandSpec().usageMessage().exitCodeList().forEach(page::item);
        page.section("ENVIRONMENT");
        ENVIRONMENT.forEach(page::item);
        page.section("FILES").text("Below the base directory:");
        FILES.forEach(page::item);
        return page.toString();
    }

    /** Those that do something themselves, in the order of the help. */
    static List<CommandLine> commands(CommandLine parent) {
        List<CommandLine> commands = new ArrayList<>();
        for (CommandLine child : parent.getSubcommands().values()) {
            if (!child.getSubcommands().isEmpty()) {
                commands.addAll(commands(child));
            } else if (!child.getCommandSpec().usageMessage().hidden()) {
                commands.add(child);
            }
        }
        return commands;
    }

    private void command(Troff page, CommandSpec command) {
        page.heading(command.qualifiedName() + parameters(command)).text(description(command));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            page.item(parameter.paramLabel(), joined(parameter.description()));
        }
        for (OptionSpec option : command.options()) {
            if (!option.inherited() && !option.usageHelp() && !option.versionHelp() && !option.hidden()) {
                option(page, option);
            }
        }
        List<String> footer = footer(command);
        if (!footer.isEmpty() && !footer.equals(footer(root.getCommandSpec()))) {
            page.verbatim(footer);
        }
    }

    private static void option(Troff page, OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        page.item(String.join(", ", option.names()) + value, joined(option.description()));
    }

    private static String parameters(CommandSpec command) {
        StringBuilder shown = new StringBuilder();
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            shown.append(' ').append(parameter.paramLabel());
        }
        return shown.toString();
    }

    private static String description(CommandSpec command) {
        return joined(command.usageMessage().description());
    }

    private static List<String> footer(CommandSpec command) {
        return List.of(command.usageMessage().footer());
    }

    private static String joined(String[] lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }
}
