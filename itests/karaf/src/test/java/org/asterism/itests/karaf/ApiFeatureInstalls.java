package org.asterism.itests.karaf;

/** The feature {@code asterism-api}. */
public class ApiFeatureInstalls extends FeatureInstalls {

    public ApiFeatureInstalls() {
        super("asterism-api");
    }
}
