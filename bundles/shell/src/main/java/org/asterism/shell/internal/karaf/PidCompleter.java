package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.deployment.DeploymentKind;

/** Completes the PIDs of configurations that are deployed. */
@Service
public final class PidCompleter extends DeployedCompleter {

    /** Configurations. */
    public PidCompleter() {
        super(deployment -> deployment.kind() == DeploymentKind.CONFIGURATION);
    }
}
