package org.asterism.shell.internal.karaf;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.osgi.framework.BundleContext;

/** Completes what is in the lists as this container knows them. */
abstract class ViewCompleter implements Completer {

    @Reference
    private BundleContext context;

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(words(view()).distinct().sorted().toList())
                .complete(session, commandLine, candidates);
    }

    private ClusterView view() {
        Lookup lookup = new Lookup(context);
        return lookup.references(ClusterService.class).isEmpty()
                ? ClusterView.UNKNOWN
                : lookup.call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view);
    }

    /** Everything that makes sense. */
    abstract Stream<String> words(ClusterView view);
}
