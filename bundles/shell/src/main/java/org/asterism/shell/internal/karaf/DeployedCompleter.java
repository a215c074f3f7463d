package org.asterism.shell.internal.karaf;

import java.util.List;
import java.util.function.Predicate;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes names of what is deployed; nothing if nobody tells. */
abstract class DeployedCompleter implements Completer {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedCompleter.class);

    @Reference
    private BundleContext context;

    private final Predicate<Deployment> choice;

    DeployedCompleter(Predicate<Deployment> choice) {
        this.choice = choice;
    }

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(words()).complete(session, commandLine, candidates);
    }

    private List<String> words() {
        try {
            return new Lookup(context)
                            .call(
                                    DeploymentService.class,
                                    DeployingCommand.NOBODY,
                                    state -> state.deployments(state.newest()))
                            .stream()
                            .filter(choice)
                            .map(Deployment::name)
                            .distinct()
                            .toList();
        } catch (DeploymentException | ServiceException | IllegalStateException e) {
            LOG.debug("nothing to be completed", e);
            return List.of();
        }
    }
}
