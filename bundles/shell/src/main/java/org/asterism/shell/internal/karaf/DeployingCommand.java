package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.support.ShellUtil;
import org.asterism.cluster.ClusterService;
import org.asterism.deploying.DeployReport;
import org.asterism.deploying.Deploying;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentService;
import org.asterism.shell.internal.DeploymentReport;
import org.asterism.shell.internal.karaf.Lookup.Use;
import org.osgi.framework.ServiceException;

/** A command that asks an instance, here or elsewhere, for what is deployed. */
abstract class DeployingCommand extends ShellCommand {

    static final String NOBODY =
            "no instance that deploys is in the cluster: start one, and see whether it reaches the database (log:display)";

    /** @throws IllegalStateException if nobody answers, saying why */
    final <R> R deploying(Use<Deploying, R, Exception> use) throws Exception {
        Lookup lookup = lookup();
        try {
            return lookup.call(
                    DeploymentAdminService.class,
                    NOBODY,
                    admin -> lookup.call(
                            DeploymentService.class,
                            NOBODY,
                            state -> use.of(new Deploying(admin, state, new LocalUpload(lookup), this::progress))));
        } catch (ServiceException e) {
            throw new IllegalStateException("the instance that was asked did not answer: " + e.getMessage(), e);
        }
    }

    final void show(DeployReport report) {
        show(new DeploymentReport(report));
    }

    /** What happens meanwhile, for people only. */
    final void progress(String line) {
        if (!isJson()) {
            showText(line + "\n");
        }
    }

    /** Who is logged in to this shell, and where. */
    final String person() {
        String user = Optional.ofNullable(ShellUtil.getCurrentUserName()).orElse("someone");
        return user + " at " + lookup().call(ClusterService.class, Scope.NO_MEMBER, ClusterService::self);
    }
}
