package org.asterism.protocol.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.messaging.MessageListener;
import org.asterism.messaging.MessageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribes every {@link ClusterListener} service, and every {@link MessageListener} service to its topics. */
@Component(service = {})
public final class ListenerWhiteboard {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerWhiteboard.class);

    private final ClusterService cluster;
    private final MessageService messages;
    private final Map<Object, List<AutoCloseable>> subscriptions = new ConcurrentHashMap<>();

    @Activate
    public ListenerWhiteboard(@Reference ClusterService cluster, @Reference MessageService messages) {
        this.cluster = cluster;
        this.messages = messages;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addClusterListener(ClusterListener listener) {
        subscriptions.put(listener, List.of(cluster.subscribe(listener)));
    }

    void removeClusterListener(ClusterListener listener) {
        end(listener);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + MessageListener.TOPIC + "=*)")
    void addMessageListener(MessageListener listener, Map<String, Object> properties) {
        Object topics = properties.get(MessageListener.TOPIC);
        List<AutoCloseable> listening = new ArrayList<>();
        for (String topic : topics instanceof String[] several ? several : new String[] {String.valueOf(topics)}) {
            try {
                listening.add(messages.listen(topic, listener));
            } catch (IllegalArgumentException e) {
                LOG.error("A message listener hears nothing: correct its property {}", MessageListener.TOPIC, e);
            }
        }
        subscriptions.put(listener, listening);
    }

    void removeMessageListener(MessageListener listener) {
        end(listener);
    }

    @Deactivate
    void deactivate() {
        List.copyOf(subscriptions.keySet()).forEach(this::end);
    }

    private void end(Object listener) {
        for (AutoCloseable subscription : subscriptions.getOrDefault(listener, List.of())) {
            try {
                subscription.close();
            } catch (Exception e) {
                LOG.warn("A subscription did not end", e);
            }
        }
        subscriptions.remove(listener);
    }
}
