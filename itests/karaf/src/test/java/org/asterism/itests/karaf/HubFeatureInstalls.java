package org.asterism.itests.karaf;

/** The feature {@code asterism-hub}. */
public class HubFeatureInstalls extends FeatureInstalls {

    public HubFeatureInstalls() {
        super("asterism-hub");
    }
}
