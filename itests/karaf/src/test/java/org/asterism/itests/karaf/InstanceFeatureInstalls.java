package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-instance}. */
public class InstanceFeatureInstalls extends FeatureInstalls {

    public InstanceFeatureInstalls() {
        super("asterism-instance");
    }

    /** Tables are made under a lock, for which there is no hub; an instance has no transaction manager for the other two. */
    @Override
    List<String> waitingByDesign() {
        return List.of("DeploymentComponent", "FenceComponent", "TransactionLocksComponent");
    }
}
