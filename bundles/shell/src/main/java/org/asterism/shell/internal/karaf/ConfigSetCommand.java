package org.asterism.shell.internal.karaf;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.deploying.Configurations;
import org.asterism.deploying.Targets;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Target;

/** {@code asterism:config-set}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "config-set",
        description = "Sets keys of a configuration on server nodes, also on those that join later",
        detailedDescription = """
                Keys that are not named stay as they are. Of several scopes the
                narrowest counts on a node, with all its keys: node before instance
                before cluster. One of a factory PID is FACTORYPID~NAME. undeploy
                takes a configuration away.

                  asterism:config-set --wait com.example.shop currency=EUR
                  asterism:config-set --to a/1 com.example.shop currency=CHF
                  asterism:config-set --unset currency com.example.shop
                """)
public final class ConfigSetCommand extends RollCommand {

    @Argument(index = 0, name = "pid", description = "The PID, or FACTORYPID~NAME", required = true)
    @Completion(PidCompleter.class)
    private String pid;

    @Argument(index = 1, name = "settings", description = "key=value each", multiValued = true)
    private List<String> settings = List.of();

    @Option(name = "--unset", multiValued = true, valueToShowInHelp = "none", description = "Takes this key away")
    private List<String> unset = List.of();

    @Option(
            name = "--to",
            valueToShowInHelp = "cluster",
            description = "The scope: cluster, an instance (a) or a node (a/1)")
    @Completion(TargetCompleter.class)
    private String to = Target.CLUSTER.label();

    @Override
    public Object execute() throws Exception {
        if (settings.isEmpty() && unset.isEmpty()) {
            throw new IllegalArgumentException("nothing is set: add key=value, or --unset key before the PID");
        }
        Target target = Targets.parse(List.of(to)).get(0);
        return deploying(deploying -> {
            ChangeRequest request =
                    Configurations.newest(deploying.state()).change(pid, target, settings, unset, person(), options());
            finish(deploying, deploying.admin().apply(request));
            return null;
        });
    }
}
