package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.shell.internal.Report;
import org.asterism.shell.internal.json.JsonText;
import org.osgi.framework.BundleContext;

/** A command that shows something. */
abstract class ReportCommand implements Action {

    @Option(name = "--json", description = "Write JSON")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public final Object execute() {
        Report report = report(new Lookup(context));
        session.getConsole().print(json ? JsonText.of(report) : report.text());
        session.getConsole().flush();
        return null;
    }

    abstract Report report(Lookup lookup);
}
