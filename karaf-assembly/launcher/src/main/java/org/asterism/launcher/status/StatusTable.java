package org.asterism.launcher.status;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.asterism.launcher.cluster.Hosting;
import org.asterism.launcher.terminal.Colours;
import org.asterism.launcher.terminal.Table;

/** Status for people. */
public final class StatusTable {

    private final Colours colours;

    /** With or without colours. */
    public StatusTable(Colours colours) {
        this.colours = colours;
    }

    /** The lines to show. */
    public List<String> of(ClusterStatus status) {
        Table table = new Table(colours::state).row("NAME", "STATE", "PID", "URL", "");
        ClusterStatus.Database database = status.database();
        table.row("database", database.state().name(), pid(database.pid()), database.url(), database.kind());
        for (ClusterStatus.Hub hub : status.hubs()) {
            table.row(hub.name(), hub.state().name(), pid(hub.pid()), hub.url(), hubNote(status, hub));
        }
        status.instances().forEach(instance -> addInstance(table, status, instance));
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, colours.bold(lines.get(0)));
        if (status.instances().isEmpty()) {
            lines.add("There is no instance yet; 'asterism demo' starts a whole cluster.");
        }
        status.problems().forEach(problem -> lines.add("! " + problem));
        return lines;
    }

    private static void addInstance(Table table, ClusterStatus status, ClusterStatus.Instance instance) {
        table.row(
                instance.name(),
                instance.state().name(),
                pid(instance.pid()),
                instance.dispatcher(),
                memberNote(status, instance.name()));
        for (ClusterStatus.Node node : instance.nodes()) {
            table.row("  " + node.id(), node.state(), pid(node.pid()), node.url(), nodeNote(status, node));
        }
    }

    private static String hubNote(ClusterStatus status, ClusterStatus.Hub hub) {
        if (!hub.role().equals("active")) {
            return hub.role();
        }
        return (status.hubs().size() > 1 ? "active, " : "")
                + "epoch " + text(hub.epoch())
                + ", revision " + text(hub.revision())
                + ", " + count(status.members().size(), "member")
                + ", " + count(status.services().size(), "service")
                + (hub.warming() ? ", warming" : "");
    }

    private static String nodeNote(ClusterStatus status, ClusterStatus.Node node) {
        List<String> notes = new ArrayList<>(node.applications());
        if (node.restarts() > 0) {
            notes.add(count(node.restarts(), "restart"));
        }
        if (!node.reason().isEmpty() && !node.state().equals("UP")) {
            notes.add(node.reason());
        }
        String member = node.hosting() == Hosting.EMBEDDED ? "embedded" : memberNote(status, node.id());
        if (!member.isEmpty()) {
            notes.add(member);
        }
        return String.join(", ", notes);
    }

    /** Whether the hub sees it otherwise. */
    private static String memberNote(ClusterStatus status, String id) {
        if (!status.hub().role().equals("active")) {
            return "";
        }
        return status.memberState(id)
                .map(state -> state.equals("UP") ? "" : "the hub says " + state)
                .orElse("not known to the hub");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String pid(OptionalLong pid) {
        return pid.isPresent() ? text(pid) : "-";
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "?";
    }
}
