package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.shell.internal.MemberListing;

/** {@code asterism:members}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "members",
        description = "Lists the members of the cluster as this container knows them; asks nobody")
public final class MembersCommand extends SelectingCommand {

    @Override
    public Object execute() {
        show(new MemberListing(
                selection().of(lookup().call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view))));
        return null;
    }
}
