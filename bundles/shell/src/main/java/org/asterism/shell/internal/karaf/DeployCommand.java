package org.asterism.shell.internal.karaf;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.asterism.deploying.DeployOrder;
import org.asterism.deploying.Deploying;
import org.asterism.deploying.PlanReport;
import org.asterism.deploying.Targets;
import org.asterism.deployment.ChangeRequest;

/** {@code asterism:deploy}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "deploy",
        description = "Deploys a bundle, WAR, KAR or feature to server nodes, also to those that join later",
        detailedDescription = """
                A file of this container, or a URL that an instance can read. One
                node after the other gets it, drained before, unless --at-once.
                Deploying another version replaces the one that is there; if a node
                is not healthy with it, it goes back and the roll stops.

                  asterism:deploy --wait /tmp/shop-1.1.war
                  asterism:deploy --to a,b/1 mvn:com.example/shop/1.1/war
                  asterism:deploy --feature shop/1.1 mvn:com.example/shop/1.1/xml/features
                  asterism:deploy --dry-run /tmp/shop-1.1.war
                """)
public final class DeployCommand extends RollCommand {

    @Argument(
            name = "source",
            description = "A file, or a URL: mvn:, https:, http:; of a feature its repository",
            required = true)
    @Completion(FileCompleter.class)
    private String source;

    @Option(
            name = "--to",
            multiValued = true,
            valueToShowInHelp = "cluster",
            description = "Only to an instance (a) or a node (a/1); several with commas")
    @Completion(TargetCompleter.class)
    private List<String> to = List.of();

    @Option(
            name = "--feature",
            valueToShowInHelp = "none",
            description = "The source is the repository of this feature: NAME or NAME/VERSION")
    private String feature;

    @Option(
            name = "--context-path",
            valueToShowInHelp = "its own",
            description = "Where a web application is to be found, such as /shop")
    private String contextPath;

    @Option(name = "--dry-run", description = "Only say what would be done")
    private boolean dryRun;

    @Override
    public Object execute() throws Exception {
        DeployOrder order = new DeployOrder(
                source,
                Optional.ofNullable(feature),
                Optional.ofNullable(contextPath),
                Targets.parse(to),
                person(),
                options());
        return deploying(deploying -> {
            deploy(deploying, order);
            return null;
        });
    }

    private void deploy(Deploying deploying, DeployOrder order) throws Exception {
        ChangeRequest request = deploying.prepare(order);
        if (dryRun) {
            PlanReport plan = new PlanReport(deploying.admin().plan(request));
            show(plan);
            if (!plan.isPossible()) {
                throw new IllegalStateException("this would be refused");
            }
            return;
        }
        finish(deploying, deploying.admin().apply(request));
    }
}
