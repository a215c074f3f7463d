package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-api}. */
public class ApiFeatureInstalls extends FeatureInstalls {

    public ApiFeatureInstalls() {
        super("asterism-api");
    }

    /** This waits for the link to the hub, which the API is not. */
    @Override
    List<String> waitingByDesign() {
        return List.of("ListenerWhiteboard");
    }
}
