package org.asterism.deployment;

import java.util.Comparator;

/** What a deployment is found by: there is at most one of a name for each target. Sorted by name, then from wide to narrow. */
public record DeploymentKey(String name, Target target) implements Comparable<DeploymentKey> {

    private static final int MAX_NAME = 200;

    /** @throws IllegalArgumentException if the name is empty, too long, or has other characters than letters, digits and {@code ._-~+} */
    public DeploymentKey {
        if (name.isEmpty() || name.length() > MAX_NAME || !name.matches("[A-Za-z0-9._~+-]+")) {
            throw new IllegalArgumentException("not a name of a deployment: '" + name + "' (expected 1 to " + MAX_NAME
                    + " letters, digits or ._-~+)");
        }
    }

    @Override
    public int compareTo(DeploymentKey other) {
        return Comparator.comparing(DeploymentKey::name)
                .thenComparing(DeploymentKey::target)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return target.equals(Target.CLUSTER) ? name : name + " (" + target + ")";
    }
}
