package org.asterism.shell.internal.karaf;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what is in the lock table now; nothing while it cannot be asked. */
abstract class LockCompleter implements Completer {

    private static final Logger LOG = LoggerFactory.getLogger(LockCompleter.class);
    private static final int MOST = 200;

    private final Function<LockKey, String> word;

    @Reference
    private BundleContext context;

    LockCompleter(Function<LockKey, String> word) {
        this.word = word;
    }

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(locks().map(word).distinct().sorted().toList())
                .complete(session, commandLine, candidates);
    }

    private Stream<LockKey> locks() {
        Lookup lookup = new Lookup(context);
        try {
            boolean away = lookup.call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view)
                    .stale();
            return away
                    ? Stream.empty()
                    : lookup.call(LockServer.class, "no lock server", server -> server.locks(MOST)).stream()
                            .map(LockInfo::key);
        } catch (IllegalStateException | ServiceException e) {
            LOG.debug("There are no locks to choose from", e);
            return Stream.empty();
        }
    }
}
