package org.asterism.servernode.internal.osgi;

import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.DispatcherStatistics;
import org.asterism.dispatcher.TargetReport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the dispatchers of the cluster tell. */
record Dispatchers(BundleContext context) {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatchers.class);

    /** How many requests that were tied to a node they have sent to another one, those of them that answer. */
    long moved(MemberId node) {
        try {
            return context.getServiceReferences(DispatcherStatistics.class, null).stream()
                    .mapToLong(reference -> moved(node, reference))
                    .sum();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private long moved(MemberId node, ServiceReference<DispatcherStatistics> reference) {
        DispatcherStatistics dispatcher = context.getService(reference);
        if (dispatcher == null) {
            return 0;
        }
        try {
            return dispatcher.report().targets().stream()
                    .filter(target -> target.node().equals(node))
                    .mapToLong(TargetReport::moved)
                    .sum();
        } catch (ServiceException e) {
            LOG.info("a dispatcher does not tell what it moved from {}: {}", node, e.getMessage());
            return 0;
        } finally {
            context.ungetService(reference);
        }
    }
}
