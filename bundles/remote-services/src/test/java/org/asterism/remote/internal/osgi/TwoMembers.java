package org.asterism.remote.internal.osgi;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.aries.rsa.spi.Endpoint;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.ServiceEntry;
import org.asterism.remote.internal.EndpointProperties;
import org.asterism.remote.internal.Settings;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Member {@code b} exports to member {@code a}, without Aries and without frameworks. */
final class TwoMembers implements AutoCloseable {

    final InMemoryCluster cluster = new InMemoryCluster();
    final InMemoryMember a = cluster.join("a", MemberKind.INSTANCE);
    final InMemoryMember b = cluster.join("b", MemberKind.INSTANCE);
    final DistributionComponent atA;
    final DistributionComponent atB;

    TwoMembers(Duration timeout, int threads) {
        this(timeout, threads, Map.of());
    }

    /** @param link the properties of the message services */
    TwoMembers(Duration timeout, int threads, Map<String, Object> link) {
        Settings settings = new Settings(timeout, 65_536, threads, 100);
        atA = new DistributionComponent(settings);
        atB = new DistributionComponent(settings);
        atA.addMessageService(a.messages(), link);
        atB.addMessageService(b.messages(), link);
        atA.addClusterService(a.cluster());
        atB.addClusterService(b.cluster());
    }

    static Endpoint export(DistributionComponent at, Class<?> type, Object service, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("objectClass", new String[] {type.getName()});
        properties.put("endpoint.service.id", 1L);
        properties.put("endpoint.framework.uuid", "framework");
        return at.exportService(service, null, properties, new Class<?>[] {type});
    }

    static <T> T proxy(DistributionComponent at, InMemoryMember owner, Class<T> type, Endpoint endpoint) {
        EndpointDescription description = new EndpointDescription(EndpointProperties.ofList(new ServiceEntry(
                endpoint.description().getId(),
                List.of(type.getName()),
                owner.id(),
                EndpointProperties.toList(endpoint.description().getProperties()))));
        return type.cast(
                at.importEndpoint(TwoMembers.class.getClassLoader(), null, new Class<?>[] {type}, description));
    }

    /** A proxy in {@code a} of a service in {@code b} that is in the service list, too. */
    <T> T offered(Class<T> type, T service, Map<String, Object> more) throws InterruptedException {
        Endpoint endpoint = export(atB, type, service, more);
        var unused = b.services()
                .publish(
                        endpoint.description().getId(),
                        List.of(type.getName()),
                        EndpointProperties.toList(endpoint.description().getProperties()));
        cluster.settle();
        return proxy(atA, b, type, endpoint);
    }

    @Override
    public void close() {
        atA.deactivate();
        atB.deactivate();
        cluster.close();
    }
}
