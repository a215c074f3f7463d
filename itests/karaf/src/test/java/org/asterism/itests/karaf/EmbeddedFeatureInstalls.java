package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-embedded}. */
public class EmbeddedFeatureInstalls extends FeatureInstalls {

    public EmbeddedFeatureInstalls() {
        super("asterism-embedded");
    }

    /** The tables of the fence and of deployments are made under a lock, for which there is no hub. */
    @Override
    List<String> waitingByDesign() {
        return List.of("FenceComponent", "DeploymentComponent");
    }
}
