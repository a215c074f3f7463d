package org.asterism.deployment.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.Drift;
import org.asterism.deployment.DriftKind;

/** In what a node differs from what it should have; each name at most once. */
public record Difference(DriftKind kind, String name, String wanted, String found, String reason) {

    /**
     * Compares.
     *
     * @param present what was deployed to the node
     * @param byHand what was installed on the node in another way
     * @param failures by name: why it could not be installed
     */
    public static List<Difference> between(
            Collection<Deployment> wanted,
            Collection<Installed> present,
            Collection<Installed> byHand,
            Map<String, String> failures) {
        Map<String, Installed> byName =
                present.stream().collect(Collectors.toMap(Installed::name, Function.identity(), (one, other) -> one));
        List<Difference> differences = new ArrayList<>();
        for (Deployment deployment : wanted) {
            of(deployment, Optional.ofNullable(byName.remove(deployment.name())), failures)
                    .ifPresent(differences::add);
        }
        byName.values().forEach(left -> differences.add(extra(left, "is to be removed")));
        byHand.stream()
                .filter(installed ->
                        differences.stream().noneMatch(other -> other.name().equals(installed.name())))
                .forEach(installed -> differences.add(extra(installed, "installed on this node by hand")));
        return differences;
    }

    private static Difference extra(Installed installed, String reason) {
        return new Difference(DriftKind.EXTRA, installed.name(), "", installed.version(), reason);
    }

    private static Optional<Difference> of(
            Deployment deployment, Optional<Installed> found, Map<String, String> failures) {
        String version = found.map(Installed::version).orElse("");
        String failure = failures.getOrDefault(deployment.name(), "");
        if (!failure.isEmpty()) {
            return Optional.of(difference(DriftKind.FAILED, deployment, version, failure));
        }
        if (found.isEmpty()) {
            return Optional.of(difference(DriftKind.MISSING, deployment, "", "not installed yet"));
        }
        if (!found.get().identity().equals(Identity.of(deployment))) {
            return Optional.of(difference(DriftKind.OTHER_VERSION, deployment, version, "has other content"));
        }
        return found.filter(installed -> !installed.running())
                .map(installed -> difference(DriftKind.NOT_STARTED, deployment, version, installed.reason()));
    }

    private static Difference difference(DriftKind kind, Deployment deployment, String found, String reason) {
        return new Difference(kind, deployment.name(), deployment.version(), found, reason);
    }

    /** Whether this is what was written down before. */
    public boolean isLike(Drift drift) {
        return kind == drift.kind()
                && wanted.equals(drift.wanted())
                && found.equals(drift.found())
                && reason.equals(drift.reason());
    }

    /** The command that ends such a difference; empty if it ends by itself or nobody can know. */
    public static String remedy(DriftKind kind, String name, String node) {
        return switch (kind) {
            case EXTRA -> "asterism:deploy " + name + " makes it cluster-wide";
            case NOT_STARTED, FAILED ->
                "asterism:logs " + node + " tells more; asterism:rollback takes the change back";
            case MISSING, OTHER_VERSION -> "";
        };
    }
}
