package org.asterism.shell.internal.karaf;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.deploying.Targets;
import org.asterism.deployment.Target;

/** {@code asterism:undeploy}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "undeploy",
        description = "Takes what is deployed from the server nodes",
        detailedDescription = """
                What was deployed for several targets under one name needs --to.
                Configurations are taken away in the same manner, by their PID.

                  asterism:undeploy --wait shop
                """)
public final class UndeployCommand extends RollCommand {

    @Argument(name = "names", description = "As asterism:deployments shows them", required = true, multiValued = true)
    @Completion(DeploymentCompleter.class)
    private List<String> names = List.of();

    @Option(
            name = "--to",
            multiValued = true,
            valueToShowInHelp = "wherever it is",
            description = "Only what was deployed for this target: cluster, an instance or a node")
    @Completion(TargetCompleter.class)
    private List<String> to = List.of();

    @Override
    public Object execute() throws Exception {
        List<Target> targets = to.isEmpty() ? List.of() : Targets.parse(to);
        return deploying(deploying -> {
            finish(deploying, deploying.undeploy(names, targets, person(), options()));
            return null;
        });
    }
}
