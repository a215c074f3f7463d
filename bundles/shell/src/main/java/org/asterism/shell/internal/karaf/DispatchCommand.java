package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.MemberId;

/** {@code asterism:dispatch}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "dispatch",
        description =
                "Asks the dispatchers for each application and node: what is in flight and waits, limits, ejections, rates, times")
public final class DispatchCommand extends ShellCommand {

    @Option(name = "--instance", description = "Only the dispatcher of this instance")
    @Completion(InstanceCompleter.class)
    private String instance;

    @Option(name = "--application", description = "Only the application with this context path, such as /shop")
    private String application;

    @Option(name = "--node", description = "Only this server node, such as a/1")
    @Completion(NodeIdCompleter.class)
    private String node;

    @Override
    public Object execute() {
        show(new Dispatchers(lookup())
                .ask(Optional.ofNullable(instance))
                .only(
                        Optional.ofNullable(application),
                        Optional.ofNullable(node).map(MemberId::new)));
        return null;
    }
}
