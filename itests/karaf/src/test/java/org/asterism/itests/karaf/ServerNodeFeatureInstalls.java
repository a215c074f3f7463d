package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-servernode}. */
public class ServerNodeFeatureInstalls extends FeatureInstalls {

    public ServerNodeFeatureInstalls() {
        super("asterism-servernode");
    }

    /** The tables of the fence and of deployments are made under a lock, for which there is no hub. */
    @Override
    List<String> waitingByDesign() {
        return List.of("FenceComponent", "DeploymentComponent");
    }
}
