package org.asterism.remote.internal.messaging;

import java.util.HashMap;
import java.util.Map;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.Serving;
import org.asterism.remote.internal.Endpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoints of this member: each is served for as long as it is open and there is a message service that will do. */
public final class EndpointServer {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointServer.class);

    private final Map<String, Open> open = new HashMap<>();
    private final Map<String, AutoCloseable> served = new HashMap<>();
    private MessageService messages;
    private boolean encrypted;

    private record Open(RequestHandler handler, boolean needsEncryption) {}

    /**
     * Serves what is open by this message service from now on.
     *
     * @param isEncrypted whether nobody between the members can read what passes
     */
    public synchronized void attach(MessageService newMessages, boolean isEncrypted) {
        if (!newMessages.equals(messages) || isEncrypted != encrypted) {
            withdrawAll();
            messages = newMessages;
            encrypted = isEncrypted;
            open.forEach(this::serve);
        }
    }

    /** Ends what {@link #attach} began, unless another message service has taken over. */
    public synchronized void detach(MessageService oldMessages) {
        if (oldMessages.equals(messages)) {
            withdrawAll();
            messages = null;
        }
    }

    /**
     * Opens an endpoint.
     *
     * @param handler called on the network thread
     * @throws IllegalArgumentException if there is one of this id already
     */
    public synchronized void open(String id, RequestHandler handler, boolean needsEncryption) {
        Open endpoint = new Open(handler, needsEncryption);
        if (open.putIfAbsent(id, endpoint) != null) {
            throw new IllegalArgumentException("there is an endpoint '" + id + "' already");
        }
        if (messages != null) {
            serve(id, endpoint);
        }
    }

    /** Closes an endpoint; closing twice has no effect. */
    public synchronized void close(String id) {
        open.remove(id);
        withdraw(id, served.remove(id));
    }

    private void serve(String id, Open endpoint) {
        if (endpoint.needsEncryption() && !encrypted) {
            LOG.warn("The endpoint {} is not served: it must be confidential, and the link is not encrypted", id);
        } else {
            served.put(id, messages.serve(Endpoints.topic(id), endpoint.handler(), Serving.DIRECT));
        }
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
