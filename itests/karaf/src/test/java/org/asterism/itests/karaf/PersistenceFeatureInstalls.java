package org.asterism.itests.karaf;

/** The feature {@code asterism-persistence}. */
public class PersistenceFeatureInstalls extends FeatureInstalls {

    public PersistenceFeatureInstalls() {
        super("asterism-persistence");
    }
}
