package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.shell.internal.MemberListing;
import org.asterism.shell.internal.Report;

/** {@code asterism:members}. */
@Service
@Command(scope = Scope.NAME, name = "members", description = "Lists the members of the cluster")
public final class MembersCommand extends ReportCommand {

    @Override
    Report report(Lookup lookup) {
        return new MemberListing(lookup.call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view));
    }
}
