package org.asterism.protocol.member;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.cluster.spi.ServicePublication;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.PropertyValues;

/** What this member offers. Thread-safe. */
final class Publications implements ServicePublisher {

    private final MemberId self;
    private final Outlet outlet;
    private final Map<String, ServiceEntry> offers = new TreeMap<>();

    Publications(MemberId self, Outlet outlet) {
        this.self = self;
        this.outlet = outlet;
    }

    @Override
    public ServicePublication publish(String id, List<String> interfaces, Map<String, Object> properties) {
        if (id.isBlank() || interfaces.isEmpty()) {
            throw new IllegalArgumentException("a service needs an id and at least one interface");
        }
        ServiceEntry entry = new ServiceEntry(id, interfaces, self, PropertyValues.normalized(properties));
        synchronized (offers) {
            if (offers.putIfAbsent(id, entry) != null) {
                throw new IllegalArgumentException("this member already offers a service '" + id + "'");
            }
            outlet.control(new ControlMessage.PublishService(entry));
        }
        return new Publication(entry);
    }

    /** Everything that is offered now. */
    List<ServiceEntry> offers() {
        synchronized (offers) {
            return List.copyOf(offers.values());
        }
    }

    private final class Publication implements ServicePublication {
        private ServiceEntry current;
        private boolean closed;

        Publication(ServiceEntry first) {
            this.current = first;
        }

        @Override
        public void update(Map<String, Object> properties) {
            Map<String, Object> normalized = PropertyValues.normalized(properties);
            synchronized (offers) {
                if (!closed) {
                    current = new ServiceEntry(current.id(), current.interfaces(), self, normalized);
                    offers.put(current.id(), current);
                    outlet.control(new ControlMessage.PublishService(current));
                }
            }
        }

        @Override
        public void close() {
            synchronized (offers) {
                if (!closed) {
                    closed = true;
                    offers.remove(current.id());
                    outlet.control(new ControlMessage.UnpublishService(current.id()));
                }
            }
        }
    }
}
