package org.asterism.deploying.internal;

import java.util.Locale;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Target;

/** To which nodes the files of a directory are deployed. */
public enum HotScope {
    /** All of the cluster. */
    CLUSTER,
    /** Those of this instance. */
    INSTANCE,
    /** None: the directory is left alone. */
    OFF;

    /** @throws IllegalArgumentException if there is no such scope */
    public static HotScope parse(String text) {
        for (HotScope scope : values()) {
            if (scope.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return scope;
            }
        }
        throw new IllegalArgumentException("not a scope: '" + text + "' (expected cluster, instance or off)");
    }

    /** Empty if nothing is deployed. */
    public Optional<Target> target(MemberId self) {
        return switch (this) {
            case CLUSTER -> Optional.of(Target.CLUSTER);
            case INSTANCE -> Optional.of(Target.of(self));
            case OFF -> Optional.empty();
        };
    }
}
