package org.asterism.shell.internal.karaf;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes what is in the lock table now; nothing while it cannot be asked. A word that would have to be quoted is offered only
 * where a quote was begun: the shell fails when it has to add quotes.
 */
abstract class LockCompleter implements Completer {

    private static final Logger LOG = LoggerFactory.getLogger(LockCompleter.class);
    private static final int MOST = 200;
    private static final String UNQUOTED = "[\\p{Alnum}_:./@*,\\[\\]-]+";

    @Reference
    private BundleContext context;

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        int start = commandLine.getBufferPosition() - commandLine.getArgumentPosition();
        boolean quoted = isQuote(commandLine.getBuffer(), start) || isQuote(commandLine.getBuffer(), start - 1);
        locks().map(key -> word(key, quoted))
                .filter(word -> quoted || word.matches(UNQUOTED))
                .distinct()
                .sorted()
                .forEach(candidates::add);
        return candidates.isEmpty() ? -1 : start;
    }

    private static boolean isQuote(String buffer, int index) {
        return index >= 0 && index < buffer.length() && "'\"".indexOf(buffer.charAt(index)) >= 0;
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

    /** What is offered for a lock, as it may stand within quotes or without. */
    abstract String word(LockKey key, boolean quoted);
}
