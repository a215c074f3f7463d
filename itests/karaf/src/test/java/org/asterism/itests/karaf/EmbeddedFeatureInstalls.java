package org.asterism.itests.karaf;

/** The feature {@code asterism-embedded}. */
public class EmbeddedFeatureInstalls extends FeatureInstalls {

    public EmbeddedFeatureInstalls() {
        super("asterism-embedded");
    }
}
