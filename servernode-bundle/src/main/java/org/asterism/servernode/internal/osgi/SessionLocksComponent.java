package org.asterism.servernode.internal.osgi;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.asterism.lock.LockService;
import org.asterism.lock.servlet.SessionLocks;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.servernode.internal.servlet.HttpSessionLocks;
import org.asterism.servernode.internal.servlet.OpenLocks;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers {@link SessionLocks} while there is an HTTP server; elsewhere its classes could not even be loaded. An HTTP session may
 * end in another node than the one that holds its locks: that one is told by a message.
 */
@Component(
        service = {},
        immediate = true)
public final class SessionLocksComponent {

    private static final Logger LOG = LoggerFactory.getLogger(SessionLocksComponent.class);
    private static final String HTTP_SERVER = "(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime)";
    private static final String ENDED = "asterism.http-sessions.locks-ended";

    private final BundleContext context;
    private final LockService locks;
    private final MessageService messages;
    private final WhilePresent service;

    /** Begins to wait for an HTTP server. */
    @Activate
    public SessionLocksComponent(
            BundleContext context, @Reference LockService locks, @Reference MessageService messages) {
        this.context = context;
        this.locks = locks;
        this.messages = messages;
        this.service = new WhilePresent(context, HTTP_SERVER, this::present);
    }

    private AutoCloseable present(Object runtime) {
        OpenLocks.announceTo(this::announce);
        AutoCloseable hearing =
                messages.listen(ENDED, message -> OpenLocks.endHere(new String(message.payload(), UTF_8)));
        ServiceRegistration<?> registration =
                context.registerService(SessionLocks.class, new HttpSessionLocks(locks), null);
        return () -> {
            registration.unregister();
            hearing.close();
            OpenLocks.endAll();
        };
    }

    private void announce(String lockSession) {
        try {
            messages.publish(ENDED, lockSession.getBytes(UTF_8));
        } catch (MessagingException e) {
            LOG.warn("the locks of an HTTP session that is over stay held until their node ends, {}", lockSession, e);
        }
    }

    @Deactivate
    void deactivate() {
        service.close();
    }
}
