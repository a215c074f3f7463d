package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Completes the names of deployments. */
@Service
public final class DeploymentCompleter extends DeployedCompleter {

    /** All of them. */
    public DeploymentCompleter() {
        super(deployment -> true);
    }
}
