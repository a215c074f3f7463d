package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.shell.internal.HealthListing;

/** {@code asterism:health}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "health",
        description = "Shows whether this container is live and ready and what is wrong with it, or all containers")
public final class HealthCommand extends ContainerCommand {

    @Override
    public Object execute() throws Exception {
        show(new HealthListing(reports()));
        return null;
    }
}
