package org.asterism.servernode.internal.osgi;

import java.time.Duration;
import java.util.Map;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.NodeDiagnostics;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ThreadDump;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The diagnostics of a node as an OSGi service, here and in the rest of the cluster, whose calls may take long. */
final class PublishedDiagnostics implements NodeDiagnostics, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final NodeDiagnostics diagnostics;
    private final ServiceRegistration<NodeDiagnostics> registration;

    @SuppressWarnings("this-escape") // complete when it is registered
    PublishedDiagnostics(BundleContext context, MemberId id, NodeDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.registration = context.registerService(
                NodeDiagnostics.class,
                this,
                FrameworkUtil.asDictionary(Map.of(
                        NodeStatus.ID,
                        id.value(),
                        "osgi.basic.timeout",
                        TIMEOUT.toMillis(),
                        "service.exported.interfaces",
                        NodeDiagnostics.class.getName())));
    }

    @Override
    public ThreadDump threadDump() throws DiagnosticsException {
        return diagnostics.threadDump();
    }

    @Override
    public HeapDump heapDump() throws DiagnosticsException {
        return diagnostics.heapDump();
    }

    @Override
    public void close() {
        registration.unregister();
    }
}
