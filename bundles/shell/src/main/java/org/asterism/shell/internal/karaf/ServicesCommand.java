package org.asterism.shell.internal.karaf;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.documents.Selection;
import org.asterism.shell.internal.ServiceListing;

/** {@code asterism:services}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "services",
        description = "Lists the services that members of the cluster offer, as this container knows them; asks nobody")
public final class ServicesCommand extends SelectingCommand {

    @Option(
            name = "--interface",
            multiValued = true,
            valueToShowInHelp = "all",
            description = "Only services with this Java interface, with or without its package; several: any of them")
    @Completion(InterfaceCompleter.class)
    private List<String> interfaces = List.of();

    @Override
    Selection selection() {
        return selection(interfaces);
    }

    @Override
    public Object execute() {
        show(new ServiceListing(
                selection().of(lookup().call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view))));
        return null;
    }
}
