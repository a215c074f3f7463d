package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-instance}. */
public class InstanceFeatureInstalls extends FeatureInstalls {

    public InstanceFeatureInstalls() {
        super("asterism-instance");
    }

    /** The launcher configures the data source; an instance has no transaction manager for the last two. */
    @Override
    List<String> waitingByDesign() {
        return List.of("DeploymentComponent", "MigrationComponent", "FenceComponent", "TransactionLocksComponent");
    }
}
