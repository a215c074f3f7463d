package org.asterism.servernode.internal.osgi;

import org.asterism.lock.MovableSessions;
import org.asterism.lock.servlet.SessionLocks;
import org.asterism.servernode.internal.servlet.HttpSessionLocks;
import org.asterism.servernode.internal.servlet.OpenLocks;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Registers {@link SessionLocks} while there is an HTTP server; elsewhere its classes could not even be loaded. */
@Component(
        service = {},
        immediate = true)
public final class SessionLocksComponent {

    private static final String HTTP_SERVER = "(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime)";

    private final BundleContext context;
    private final MovableSessions locks;
    private final WhilePresent service;

    /** Begins to wait for an HTTP server. */
    @Activate
    public SessionLocksComponent(BundleContext context, @Reference MovableSessions locks) {
        this.context = context;
        this.locks = locks;
        this.service = new WhilePresent(context, HTTP_SERVER, this::present);
    }

    private AutoCloseable present(Object runtime) {
        ServiceRegistration<?> registration =
                context.registerService(SessionLocks.class, new HttpSessionLocks(locks), null);
        return () -> {
            registration.unregister();
            OpenLocks.forgetAll();
        };
    }

    @Deactivate
    void deactivate() {
        service.close();
    }
}
