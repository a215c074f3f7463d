package org.asterism.itests.karaf;

/** The feature {@code asterism-hub-standby}. */
public class HubStandbyFeatureInstalls extends FeatureInstalls {

    public HubStandbyFeatureInstalls() {
        super("asterism-hub-standby");
    }
}
