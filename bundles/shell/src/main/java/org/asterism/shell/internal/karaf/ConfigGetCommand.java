package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code asterism:config-get}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "config-get",
        description = "Shows what a PID has in the whole cluster, or what counts on one node and where it comes from",
        detailedDescription = """
                Values of keys that look like secrets are not shown.

                  asterism:config-get --node a/1 com.example.shop
                """)
public final class ConfigGetCommand extends ConfigCommand {

    @Argument(name = "pid", description = "The PID, or FACTORYPID~NAME", required = true)
    @Completion(PidCompleter.class)
    private String pid;

    @Override
    Optional<String> pid() {
        return Optional.of(pid);
    }
}
