package org.asterism.deployment.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.DeploymentKind;

/**
 * What is wanted in one generation.
 *
 * @param deployments sorted by key, each key once
 */
public record DesiredState(List<Deployment> deployments) {

    /** Before the first generation. */
    public static final DesiredState NOTHING = new DesiredState(List.of());

    /** With a sorted copy of the list. */
    public DesiredState {
        SortedMap<DeploymentKey, Deployment> sorted = new TreeMap<>();
        deployments.forEach(deployment -> sorted.put(deployment.key(), deployment));
        deployments = List.copyOf(sorted.values());
    }

    /**
     * With a change made.
     *
     * @throws DeploymentException if something to be removed is not there, or nothing is changed
     */
    public DesiredState changed(ChangeRequest request) throws DeploymentException {
        SortedMap<DeploymentKey, Deployment> next = byKey();
        for (DeploymentKey key : request.remove()) {
            if (next.remove(key) == null) {
                throw new DeploymentException(
                        "there is no deployment " + key + "; asterism:deployments shows what there is");
            }
        }
        request.put().forEach(deployment -> next.put(deployment.key(), deployment));
        DesiredState state = new DesiredState(List.copyOf(next.values()));
        if (state.equals(this)) {
            throw new DeploymentException("nothing would change: all of it is deployed like this");
        }
        return state;
    }

    /** In one line what is different from an earlier state. */
    public String changesSince(DesiredState earlier) {
        SortedMap<DeploymentKey, Deployment> before = earlier.byKey();
        List<String> changes = new ArrayList<>();
        for (Deployment deployment : deployments) {
            Deployment old = before.remove(deployment.key());
            if (!Objects.equals(old, deployment)) {
                changes.add((old == null ? "deploy " : "update ") + described(deployment));
            }
        }
        before.keySet().forEach(key -> changes.add("undeploy " + key));
        return String.join(", ", changes);
    }

    private static String described(Deployment deployment) {
        String version = deployment.version().isEmpty() ? "" : " " + deployment.version();
        String kind = deployment.kind() == DeploymentKind.CONFIGURATION ? "configuration " : "";
        return kind
                + deployment.name()
                + version
                + deployment.target().member().map(id -> " to " + id).orElse("");
    }

    /** What one node should have: of each name the one with the narrowest target that covers it; sorted by name. */
    public Collection<Deployment> on(MemberId node) {
        Map<String, Deployment> effective = new TreeMap<>();
        deployments.stream()
                .filter(deployment -> deployment.target().covers(node))
                .forEach(deployment -> effective.put(deployment.name(), deployment));
        return List.copyOf(effective.values());
    }

    private SortedMap<DeploymentKey, Deployment> byKey() {
        SortedMap<DeploymentKey, Deployment> map = new TreeMap<>();
        deployments.forEach(deployment -> map.put(deployment.key(), deployment));
        return map;
    }
}
