package org.asterism.deploying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Deployment;

/**
 * Keys and values of configurations; secrets are not shown.
 *
 * @param node of the node where they count; empty for all that is set
 */
public record ConfigurationListing(List<Deployment> configurations, Optional<MemberId> node) implements DeployReport {

    /** With a copy of the list. */
    public ConfigurationListing {
        configurations = List.copyOf(configurations);
    }

    /** Everything that is set, of one PID or all. */
    public static ConfigurationListing all(Configurations all, Optional<String> pid) {
        return new ConfigurationListing(
                all.all().stream()
                        .filter(one -> pid.isEmpty() || one.name().equals(pid.get()))
                        .toList(),
                Optional.empty());
    }

    /** What counts on a node, of one PID or all. */
    public static ConfigurationListing on(Configurations all, Optional<String> pid, MemberId node) {
        return new ConfigurationListing(
                all(all, pid).configurations().stream()
                        .filter(one -> all.effective(one.name(), node).equals(Optional.of(one)))
                        .toList(),
                Optional.of(node));
    }

    @Override
    public String text() {
        if (configurations.isEmpty()) {
            return "nothing is set" + node.map(id -> " for " + id).orElse("")
                    + ": each container has what is in its etc/\n";
        }
        Columns table = new Columns("PID", "KEY", "VALUE", "FROM");
        for (Deployment one : configurations) {
            if (one.properties().isEmpty()) {
                table.add(one.name(), "", "", from(one));
            }
            Secrets.hidden(one.properties()).forEach((key, value) -> table.add(one.name(), key, value, from(one)));
        }
        return table.text();
    }

    private static String from(Deployment one) {
        return one.target().scope().equals("cluster")
                ? "cluster"
                : one.target().scope() + " " + one.target().label();
    }

    @Override
    public Object document() {
        return configurations.stream().map(ConfigurationListing::document).toList();
    }

    private static Map<String, Object> document(Deployment one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("pid", one.name());
        document.put("scope", one.target().scope());
        document.put("target", one.target().label());
        document.put("properties", Secrets.hidden(one.properties()));
        return document;
    }
}
