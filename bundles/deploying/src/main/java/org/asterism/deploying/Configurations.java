package org.asterism.deploying;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;

/**
 * The configurations of one generation.
 *
 * @param generation its number
 * @param all sorted by key
 */
public record Configurations(long generation, List<Deployment> all) {

    /** What a container is and how it finds the hub is its own: a common value would cut off the cluster. */
    private static final Set<String> OWN = Set.of("org.asterism.member", "org.asterism.hub", "org.asterism.servernode");

    private static final Set<String> RESERVED =
            Set.of("service.pid", "service.factoryPid", "service.bundleLocation", "felix.fileinstall.filename");

    /** Leaves out whatever is no configuration. */
    public Configurations {
        all = all.stream()
                .filter(one -> one.kind() == DeploymentKind.CONFIGURATION)
                .sorted(Comparator.comparing(Deployment::key))
                .toList();
    }

    /** The newest ones. */
    public static Configurations newest(DeploymentService state) throws DeploymentException {
        long newest = state.newest();
        return new Configurations(newest, state.deployments(newest));
    }

    /**
     * The change that sets some keys of a PID and takes some away; the others stay. It is refused if another one comes between.
     *
     * @param set {@code key=value} each
     * @param unset keys
     * @throws IllegalArgumentException if something is written in a wrong way
     */
    public ChangeRequest change(
            String pid, Target target, List<String> set, List<String> unset, String who, RollOptions options) {
        requireCommon(pid);
        Map<String, String> properties =
                new TreeMap<>(find(pid, target).map(Deployment::properties).orElse(Map.of()));
        set.forEach(pair -> put(properties, pair));
        for (String key : unset) {
            if (properties.remove(key) == null) {
                throw new IllegalArgumentException(
                        "there is no key '" + key + "' in " + new DeploymentKey(pid, target));
            }
        }
        return new ChangeRequest(
                List.of(Deployment.configuration(pid, properties, target)),
                List.of(),
                who,
                options,
                Optional.of(generation));
    }

    /** What a PID has for one target. */
    public Optional<Deployment> find(String pid, Target target) {
        return all.stream()
                .filter(one -> one.key().equals(new DeploymentKey(pid, target)))
                .findFirst();
    }

    /** That which counts on a node: of several that cover it the one with the narrowest target. */
    public Optional<Deployment> effective(String pid, MemberId node) {
        return all.stream()
                .filter(one -> one.name().equals(pid) && one.target().covers(node))
                .max(Comparator.comparing(Deployment::target));
    }

    private static void put(Map<String, String> properties, String pair) {
        int sign = pair.indexOf('=');
        if (sign < 1) {
            throw new IllegalArgumentException("not a setting: '" + pair + "' (expected key=value)");
        }
        String key = pair.substring(0, sign).strip();
        if (!key.matches("[A-Za-z0-9._~:-]+") || RESERVED.contains(key)) {
            throw new IllegalArgumentException("not a key that can be set: '" + key + "'");
        }
        properties.put(key, pair.substring(sign + 1));
    }

    private static void requireCommon(String pid) {
        String factory = pid.split("~", 2)[0];
        if (OWN.contains(factory)) {
            throw new IllegalArgumentException(
                    factory + " is each container's own: change it in etc/ of the role and restart the container");
        }
    }
}
