package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.asterism.cluster.MemberId;
import org.asterism.deploying.ConfigurationListing;
import org.asterism.deploying.Configurations;

/** A command that shows configurations. */
abstract class ConfigCommand extends DeployingCommand {

    @Option(name = "--node", valueToShowInHelp = "all scopes", description = "What counts on this server node")
    @Completion(NodeIdCompleter.class)
    private String node;

    /** The one that is asked for. */
    abstract Optional<String> pid();

    @Override
    public final Object execute() throws Exception {
        Optional<MemberId> id = Optional.ofNullable(node).map(MemberId::new);
        Configurations all = deploying(deploying -> Configurations.newest(deploying.state()));
        ConfigurationListing listing =
                id.isPresent() ? ConfigurationListing.on(all, pid(), id.get()) : ConfigurationListing.all(all, pid());
        show(listing);
        return null;
    }
}
