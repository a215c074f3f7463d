package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.asterism.launcher.cluster.Hosting;

/**
 * How a cluster is at one moment.
 *
 * @param base its directory
 * @param portOffset what is added to its base ports
 * @param hub the active one; the first if none is
 * @param hubs all of them
 * @param members as the hub tells; empty if it does not
 * @param services as the hub tells; empty if it does not
 * @param monitors where those that run tell their numbers and health: the name to an address
 * @param problems what could not be read, why a hub refuses to work, and what one misses that works, for a person
 */
public record ClusterStatus(
        Path base,
        int portOffset,
        Hub hub,
        List<Hub> hubs,
        Database database,
        List<JsonNode> members,
        List<JsonNode> services,
        List<Instance> instances,
        Map<String, String> monitors,
        List<String> problems) {

    /** A hub; role ({@code active}, {@code standby}, {@code starting}, {@code refused}), epoch and revision as it tells. */
    public record Hub(
            String name,
            State state,
            String role,
            OptionalLong epoch,
            OptionalLong revision,
            boolean warming,
            String url,
            String page,
            OptionalLong pid) {}

    /** The database; no pid if the cluster does not run it itself. */
    public record Database(State state, String kind, String url, OptionalLong pid) {}

    /** An instance. */
    public record Instance(String name, State state, OptionalLong pid, String dispatcher, List<Node> nodes) {}

    /** A server node; the state is the one its instance tells, or {@code DOWN}. */
    public record Node(
            String id,
            String state,
            String reason,
            OptionalLong pid,
            String url,
            int restarts,
            List<String> applications,
            Hosting hosting) {}

    public ClusterStatus {
        hubs = List.copyOf(hubs);
        members = List.copyOf(members);
        services = List.copyOf(services);
        instances = List.copyOf(instances);
        monitors = new TreeMap<>(monitors);
        problems = List.copyOf(problems);
    }

    /** Whether everything that there shall be is up, and nobody tells of a problem. A node that is drained is up. */
    public boolean isUp() {
        return problems.isEmpty()
                && database.state() == State.UP
                && hubs.stream().allMatch(one -> one.state() == State.UP)
                && instances.stream().allMatch(ClusterStatus::isUp);
    }

    private static boolean isUp(Instance instance) {
        return instance.state() == State.UP
                && instance.nodes().stream()
                        .allMatch(node ->
                                node.state().equals("UP") || node.state().equals("DRAINING"));
    }

    /** The state of a member in the hub's client list. */
    public Optional<String> memberState(String id) {
        return members.stream()
                .filter(member -> member.path("id").asText().equals(id))
                .map(member -> member.path("state").asText())
                .findFirst();
    }
}
