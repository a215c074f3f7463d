package org.asterism.itests.karaf;

/** The feature {@code asterism-shell}. */
public class ShellFeatureInstalls extends FeatureInstalls {

    public ShellFeatureInstalls() {
        super("asterism-shell");
    }
}
