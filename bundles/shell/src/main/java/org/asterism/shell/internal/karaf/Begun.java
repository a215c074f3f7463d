package org.asterism.shell.internal.karaf;

import java.util.Map;
import org.asterism.deploying.DeployReport;

/** A change is stored; nobody waits for it. */
record Begun(long generation) implements DeployReport {

    @Override
    public String text() {
        return "generation " + generation + " is stored; asterism:deployments shows how it comes to the nodes\n";
    }

    @Override
    public Object document() {
        return Map.of("generation", generation);
    }
}
