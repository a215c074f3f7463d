package org.asterism.launcher.command;

import java.util.concurrent.Callable;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Datasource;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.status.Expectations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code asterism start database}. */
@Command(
        name = "database",
        description = "Starts the shared database, an H2 server; or takes one that is there already.")
final class StartDatabaseCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private WaitOptions wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        Launched launched;
        try (ClusterStarter starter = ClusterStarter.open(Commands.root(spec).cluster(), database.external())) {
            Datasource datasource = starter.datasource();
            if (!datasource.isOwn(starter.cluster().ports())) {
                out.println("The server nodes use " + datasource.url() + "; there is nothing to start.");
                out.flush();
                return 0;
            }
            launched = starter.startDatabase();
        }
        wait.await(out, new Expectations(Commands.root(spec).cluster()).of(launched));
        return 0;
    }
}
