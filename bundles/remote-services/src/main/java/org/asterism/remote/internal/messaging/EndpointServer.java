package org.asterism.remote.internal.messaging;

import java.util.HashMap;
import java.util.Map;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.RequestHandler;
import org.asterism.remote.internal.Endpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoints of this member: each is served for as long as it is open and there is a message service. */
public final class EndpointServer {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointServer.class);

    private final Map<String, RequestHandler> handlers = new HashMap<>();
    private final Map<String, AutoCloseable> served = new HashMap<>();
    private MessageService messages;

    /** Serves what is open by this message service from now on. */
    public synchronized void attach(MessageService newMessages) {
        withdrawAll();
        messages = newMessages;
        handlers.forEach(this::serve);
    }

    /** Ends what {@link #attach} began, unless another message service has taken over. */
    public synchronized void detach(MessageService oldMessages) {
        if (oldMessages.equals(messages)) {
            withdrawAll();
            messages = null;
        }
    }

    /** Opens an endpoint. */
    public synchronized void open(String id, RequestHandler handler) {
        handlers.put(id, handler);
        if (messages != null) {
            serve(id, handler);
        }
    }

    /** Closes an endpoint; closing twice has no effect. */
    public synchronized void close(String id) {
        handlers.remove(id);
        withdraw(id, served.remove(id));
    }

    private void serve(String id, RequestHandler handler) {
        served.put(id, messages.serve(Endpoints.topic(id), handler));
    }

    private void withdrawAll() {
        served.forEach(EndpointServer::withdraw);
        served.clear();
    }

    private static void withdraw(String id, AutoCloseable registration) {
        if (registration != null) {
            try {
                registration.close();
            } catch (Exception e) {
                LOG.warn("The endpoint {} could not be withdrawn", id, e);
            }
        }
    }
}
