package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code asterism:config-list}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "config-list",
        description = "Lists all that is set in the whole cluster, or that counts on one node, and where it comes from",
        detailedDescription = """
                Values of keys that look like secrets are not shown.

                  asterism:config-list --node a/1 --json
                """)
public final class ConfigListCommand extends ConfigCommand {

    @Override
    Optional<String> pid() {
        return Optional.empty();
    }
}
