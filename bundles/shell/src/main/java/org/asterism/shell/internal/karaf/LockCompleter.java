package org.asterism.shell.internal.karaf;

import java.util.List;
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

/**
 * Completes what is in the lock table now; nothing while it cannot be asked. What would have to be quoted is not offered: the
 * shell (JLine 3.30 under Gogo) fails when it has to complete with or within quotes.
 */
abstract class LockCompleter implements Completer {

    private static final Logger LOG = LoggerFactory.getLogger(LockCompleter.class);
    private static final int MOST = 200;
    private static final String UNQUOTED = "[\\p{Alnum}_:./@*,\\[\\]-]+";

    @Reference
    private BundleContext context;

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(locks().map(this::word)
                        .filter(word -> word.matches(UNQUOTED))
                        .distinct()
                        .sorted()
                        .toList())
                .complete(session, commandLine, candidates);
    }

    private Stream<LockKey> locks() {
        Lookup lookup = new Lookup(context);
        try {
            return lookup.call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view)
                            .stale()
                    ? Stream.empty()
                    : lookup.call(LockServer.class, "no lock server", server -> server.locks(MOST)).stream()
                            .map(LockInfo::key);
        } catch (IllegalStateException | ServiceException e) {
            LOG.debug("There are no locks to choose from", e);
            return Stream.empty();
        }
    }

    /** What is offered for a lock. */
    abstract String word(LockKey key);
}
