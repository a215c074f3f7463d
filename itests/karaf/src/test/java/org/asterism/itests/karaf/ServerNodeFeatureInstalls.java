package org.asterism.itests.karaf;

/** The feature {@code asterism-servernode}. */
public class ServerNodeFeatureInstalls extends FeatureInstalls {

    public ServerNodeFeatureInstalls() {
        super("asterism-servernode");
    }
}
