package org.asterism.itests.karaf;

/** The feature {@code asterism-instance}. */
public class InstanceFeatureInstalls extends FeatureInstalls {

    public InstanceFeatureInstalls() {
        super("asterism-instance");
    }
}
