package org.asterism.testing.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.cluster.spi.ServicePublication;
import org.asterism.cluster.spi.ServicePublisher;

/** What one member offers, whether the hub knows it or not. */
final class InMemoryServices implements ServicePublisher {

    private final Star star;
    private final InMemoryMember member;
    private final Map<String, ServiceEntry> offered = new TreeMap<>();

    InMemoryServices(Star star, InMemoryMember member) {
        this.star = star;
        this.member = member;
    }

    @Override
    public ServicePublication publish(String id, List<String> interfaces, Map<String, Object> properties) {
        if (interfaces.isEmpty()) {
            throw new IllegalArgumentException("the service " + id + " has no interface");
        }
        synchronized (star) {
            if (offered.containsKey(id)) {
                throw new IllegalArgumentException("the service " + id + " is already offered");
            }
            put(id, interfaces, properties);
            return new Publication(id, interfaces);
        }
    }

    List<ServiceEntry> entries() {
        return List.copyOf(offered.values());
    }

    private void put(String id, List<String> interfaces, Map<String, Object> properties) {
        properties.values().forEach(InMemoryServices::check);
        MemberId owner = member.id();
        ServiceEntry entry = new ServiceEntry(id, interfaces, owner, properties);
        offered.put(id, entry);
        star.ifConnected(member, lists -> lists.offer(entry));
    }

    private static void check(Object value) {
        if (value instanceof Collection<?> values) {
            values.forEach(InMemoryServices::check);
        } else if (!(value instanceof String || value instanceof Boolean || value instanceof Number)) {
            throw new IllegalArgumentException(
                    "a service property cannot be a " + value.getClass().getName());
        }
    }

    private final class Publication implements ServicePublication {

        private final String id;
        private final List<String> interfaces;
        private boolean closed;

        Publication(String id, List<String> interfaces) {
            this.id = id;
            this.interfaces = interfaces;
        }

        @Override
        public void update(Map<String, Object> properties) {
            synchronized (star) {
                if (!closed) {
                    put(id, interfaces, properties);
                }
            }
        }

        @Override
        public void close() {
            synchronized (star) {
                if (!closed) {
                    closed = true;
                    offered.remove(id);
                    star.ifConnected(member, lists -> lists.withdraw(id));
                }
            }
        }
    }
}
