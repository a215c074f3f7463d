package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.documents.JsonText;
import org.asterism.shell.internal.Report;
import org.osgi.framework.BundleContext;

/** A command that shows something. */
abstract class ShellCommand implements Action {

    @Option(name = "--json", description = "Write JSON, for programs: keys are added, never renamed")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    /** Where the services are. */
    final Lookup lookup() {
        return new Lookup(context);
    }

    /** As indented JSON or as a text. */
    final void show(Report report) {
        print(json ? JsonText.indented(report.document()) : report.text());
    }

    /** As JSON in one line or as a text; false if nobody reads any more. */
    final boolean showLine(Report report) {
        print(json ? JsonText.line(report.document()) : report.text());
        return isRead();
    }

    /** As it is, at once. */
    final void showText(String text) {
        print(text);
    }

    /** Whether a program reads what is shown. */
    final boolean isJson() {
        return json;
    }

    /** Whether somebody reads what is shown. */
    final boolean isRead() {
        return !session.getConsole().checkError();
    }

    private void print(String text) {
        session.getConsole().print(text);
        session.getConsole().flush();
    }
}
