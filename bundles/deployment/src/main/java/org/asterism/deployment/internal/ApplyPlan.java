package org.asterism.deployment.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;

/**
 * How a node gets from what it has to what it should have. Only what was deployed is ever removed, never what was installed by hand.
 *
 * @param remove goes first: applications before what they may need
 * @param install configurations first, then features and archives, then bundles and web applications
 */
public record ApplyPlan(List<Installed> remove, List<Deployment> install) {

    /** @param present what was deployed to this node before */
    public static ApplyPlan of(Collection<Deployment> wanted, Collection<Installed> present) {
        Map<String, Deployment> wantedByName =
                wanted.stream().collect(Collectors.toMap(Deployment::name, Function.identity()));
        Map<String, Installed> presentByName =
                present.stream().collect(Collectors.toMap(Installed::name, Function.identity(), (one, other) -> one));
        List<Installed> remove = present.stream()
                .filter(installed -> !isSame(wantedByName.get(installed.name()), installed))
                .sorted(Comparator.comparing((Installed installed) -> order(installed.kind()))
                        .reversed())
                .toList();
        List<Deployment> install = wanted.stream()
                .filter(deployment -> !isSame(deployment, presentByName.get(deployment.name())))
                .sorted(Comparator.comparing(deployment -> order(deployment.kind())))
                .toList();
        return new ApplyPlan(remove, install);
    }

    private static int order(DeploymentKind kind) {
        return switch (kind) {
            case CONFIGURATION -> 0;
            case FEATURE -> 1;
            case KAR -> 2;
            case BUNDLE -> 3;
            case WAR -> 4;
        };
    }

    private static boolean isSame(Deployment deployment, Installed installed) {
        return deployment != null
                && installed != null
                && Identity.of(deployment).equals(installed.identity());
    }

    /** Whether something goes away and nothing of its name comes. */
    public boolean removesForGood() {
        return remove.stream()
                .anyMatch(gone -> install.stream().noneMatch(come -> come.name().equals(gone.name())));
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return remove.isEmpty() && install.isEmpty();
    }
}
