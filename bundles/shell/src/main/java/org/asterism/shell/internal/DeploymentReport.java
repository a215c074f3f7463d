package org.asterism.shell.internal;

import org.asterism.deploying.DeployReport;

/** What is shown of deployments, the same as elsewhere. */
public record DeploymentReport(DeployReport shown) implements Report {

    @Override
    public String text() {
        return shown.text();
    }

    @Override
    public Object document() {
        return shown.document();
    }
}
