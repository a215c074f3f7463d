package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.shell.internal.Report;
import org.asterism.shell.internal.ServiceListing;

/** {@code asterism:services}. */
@Service
@Command(scope = Scope.NAME, name = "services", description = "Lists the services that members of the cluster offer")
public final class ServicesCommand extends ReportCommand {

    @Override
    Report report(Lookup lookup) {
        return new ServiceListing(lookup.call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view));
    }
}
