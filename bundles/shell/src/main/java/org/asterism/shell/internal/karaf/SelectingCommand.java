package org.asterism.shell.internal.karaf;

import java.util.List;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.asterism.documents.Selection;

/** A command that shows a part of the lists. */
abstract class SelectingCommand extends ShellCommand {

    @Option(
            name = "--member",
            multiValued = true,
            valueToShowInHelp = "all",
            description = "Only this member, such as a/1, and what it offers; several: any of them")
    @Completion(MemberCompleter.class)
    private List<String> members = List.of();

    @Option(
            name = "--kind",
            multiValued = true,
            valueToShowInHelp = "all",
            description =
                    "Only members of this kind (hub, instance, server-node, client) and what they offer; several: any of them")
    @Completion(KindCompleter.class)
    private List<String> kinds = List.of();

    @Option(
            name = "--instance",
            multiValued = true,
            valueToShowInHelp = "all",
            description = "Only this instance and its server nodes, and what they offer; several: any of them")
    @Completion(InstanceCompleter.class)
    private List<String> instances = List.of();

    @Option(
            name = "--state",
            multiValued = true,
            valueToShowInHelp = "all",
            description =
                    "Only members in this state (JOINING, UP, DRAINING) and what they offer; several: any of them")
    @Completion(StateCompleter.class)
    private List<String> states = List.of();

    @Option(
            name = "--label",
            multiValued = true,
            valueToShowInHelp = "all",
            description = "Only members with this label, as name:value, and what they offer; several: all of them")
    @Completion(LabelCompleter.class)
    private List<String> labels = List.of();

    /** What is chosen on the command line. */
    Selection selection() {
        return selection(List.of());
    }

    final Selection selection(List<String> interfaces) {
        return Selection.of(members, kinds, instances, states, labels, interfaces);
    }
}
