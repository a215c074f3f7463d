package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.shell.internal.AlarmListing;

/** {@code asterism:alarms}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "alarms",
        description = "Shows the alarms of this container or of all, since when they last, and what to do")
public final class AlarmsCommand extends ContainerCommand {

    @Override
    public Object execute() throws Exception {
        show(new AlarmListing(reports()));
        return null;
    }
}
