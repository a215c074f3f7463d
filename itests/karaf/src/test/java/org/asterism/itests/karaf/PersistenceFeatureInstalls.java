package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-persistence}. */
public class PersistenceFeatureInstalls extends FeatureInstalls {

    public PersistenceFeatureInstalls() {
        super("asterism-persistence");
    }

    /** These wait for the link to the hub and its locks. */
    @Override
    List<String> waitingByDesign() {
        return List.of("ListenerWhiteboard", "MigrationComponent", "FenceComponent", "TransactionLocksComponent");
    }
}
