package org.asterism.itests.karaf;

/** The feature {@code asterism-console}. */
public class ConsoleFeatureInstalls extends FeatureInstalls {

    public ConsoleFeatureInstalls() {
        super("asterism-console");
    }
}
