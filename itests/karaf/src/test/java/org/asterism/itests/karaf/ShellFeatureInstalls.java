package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-shell}. */
public class ShellFeatureInstalls extends FeatureInstalls {

    public ShellFeatureInstalls() {
        super("asterism-shell");
    }

    /** This waits for the link to the hub, which the shell is not. */
    @Override
    List<String> waitingByDesign() {
        return List.of("ListenerWhiteboard");
    }
}
