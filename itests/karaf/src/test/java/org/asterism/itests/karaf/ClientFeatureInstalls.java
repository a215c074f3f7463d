package org.asterism.itests.karaf;

/** The feature {@code asterism-client}. */
public class ClientFeatureInstalls extends FeatureInstalls {

    public ClientFeatureInstalls() {
        super("asterism-client");
    }
}
