package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code asterism:rollback}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "rollback",
        description = "Makes what an earlier generation had the newest one again",
        detailedDescription = """
                Without a number: the last generation that all nodes had before the
                newest. asterism:deployments --history shows all. Numbers only grow:
                going back is a new generation.

                  asterism:rollback --wait 41
                """)
public final class RollbackCommand extends RollCommand {

    @Argument(name = "generation", description = "To which generation", valueToShowInHelp = "the one before")
    private Long generation;

    @Override
    public Object execute() throws Exception {
        return deploying(deploying -> {
            finish(deploying, deploying.rollback(Optional.ofNullable(generation), person(), options()));
            return null;
        });
    }
}
