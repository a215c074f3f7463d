package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.NoListenerException;
import org.asterism.testing.cluster.InMemoryCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportReference;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminEvent;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminListener;

/** Remote Service Admin (OSGi Compendium, 122) by hand: the real Aries with our provider, no topology manager's choice. */
@Timeout(90)
class RemoteServiceAdminTest {

    @TempDir
    Path directory;

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final List<Integer> events = new CopyOnWriteArrayList<>();
    private MemberFramework atA;
    private MemberFramework atB;
    private RemoteServiceAdmin adminOfA;
    private RemoteServiceAdmin adminOfB;
    private ServiceRegistration<Shelf> service;

    @BeforeEach
    void start() throws BundleException {
        atA = new MemberFramework(cluster.join("a", MemberKind.INSTANCE), directory);
        atB = new MemberFramework(cluster.join("b", MemberKind.INSTANCE), directory);
        adminOfA = atA.service(RemoteServiceAdmin.class);
        adminOfB = atB.service(RemoteServiceAdmin.class);
        service = atB.context()
                .registerService(
                        Shelf.class, new LocalShelf(), FrameworkUtil.asDictionary(Map.of("mine", "1", "Case", "x")));
        atB.context()
                .registerService(
                        RemoteServiceAdminListener.class,
                        (RemoteServiceAdminListener) event -> events.add(event.getType()),
                        null);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        atA.stop();
        atB.stop();
        cluster.close();
    }

    private static Map<String, Object> properties(Object... more) {
        Map<String, Object> properties = new HashMap<>(Map.of("service.exported.interfaces", Shelf.class.getName()));
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return properties;
    }

    private List<ExportRegistration> export(Object... more) {
        return new ArrayList<>(adminOfB.exportService(service.getReference(), properties(more)));
    }

    private static EndpointDescription endpoint(ExportRegistration export) {
        assertThat(export.getException()).isNull();
        return export.getExportReference().getExportedEndpoint();
    }

    private EndpointDescription ofB(EndpointDescription endpoint) {
        Map<String, Object> known = new HashMap<>(endpoint.getProperties());
        known.put("asterism.member", "b");
        return new EndpointDescription(known);
    }

    @Test
    void theEndpointSaysAllThatTheSpecificationAsksFor() {
        EndpointDescription endpoint = endpoint(
                export("mine", "2", "case", "y", "objectClass", "not.This", "service.id", -1L, "service.intents", "own")
                        .get(0));
        assertThat(endpoint.getInterfaces()).containsExactly(Shelf.class.getName());
        assertThat(endpoint.getId()).startsWith("Shelf-");
        assertThat(endpoint.getServiceId()).isEqualTo(service.getReference().getProperty("service.id"));
        assertThat(endpoint.getFrameworkUUID()).isEqualTo(atB.context().getProperty("org.osgi.framework.uuid"));
        assertThat(endpoint.getConfigurationTypes()).containsExactly("asterism");
        assertThat(endpoint.getIntents()).contains("osgi.basic", "osgi.async", "own");
        assertThat(endpoint.getProperties())
                .containsEntry("mine", "2")
                .containsEntry("Case", "y")
                .containsKey("service.imported")
                .containsKey("endpoint.package.version." + Shelf.class.getPackageName());
        assertThat(endpoint.getProperties().keySet()).noneMatch(key -> key.startsWith("service.exported."));
        assertThat(endpoint.isSameService(ofB(endpoint))).isTrue();
    }

    @Test
    void whatCannotBeExportedIsNot() {
        assertThat(export("service.exported.configs", "never.heard.of")).isEmpty();
        assertThat(export("service.exported.intents", "never.heard.of")).isEmpty();
        assertThatThrownBy(() -> export("service.exported.interfaces", "never.heard.Of"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(adminOfB.getExportedServices()).isEmpty();
    }

    @Test
    void oneServiceExportedTwiceIsOneEndpointUntilBothAreClosed() throws InterruptedException {
        ExportRegistration first = export().get(0);
        ExportRegistration second = export().get(0);
        EndpointDescription endpoint = endpoint(first);
        assertThat(endpoint(second)).isEqualTo(endpoint);
        assertThat(adminOfB.getExportedServices()).hasSize(2);
        ImportRegistration imported = adminOfA.importService(ofB(endpoint));
        Shelf shelf =
                (Shelf) atA.context().getService(imported.getImportReference().getImportedService());

        first.close();
        assertThat(shelf.threadName()).isNotEmpty();
        second.close();
        cluster.settle();
        assertThat(adminOfB.getExportedServices()).isEmpty();
        assertThatThrownBy(shelf::threadName).hasCauseInstanceOf(NoListenerException.class);
        assertThat(second.getExportReference()).isNull();
        second.close(); // once more
    }

    @Test
    void theListenerHearsOfExportsAndTheirEnd() {
        ExportRegistration export = export().get(0);
        export.close();
        assertThat(events)
                .containsExactly(
                        RemoteServiceAdminEvent.EXPORT_REGISTRATION, RemoteServiceAdminEvent.EXPORT_UNREGISTRATION);
    }

    @Test
    void anUnregisteredServiceEndsItsExport() {
        ExportReference reference = export().get(0).getExportReference();
        assertThat(reference.getExportedService()).isEqualTo(service.getReference());
        service.unregister();
        assertThat(reference.getExportedEndpoint()).isNull();
        assertThat(reference.getExportedService()).isNull();
        assertThat(adminOfB.getExportedServices()).isEmpty();
    }

    @Test
    void anImportIsAServiceUntilTheLastOneIsClosed() {
        EndpointDescription endpoint = ofB(endpoint(export().get(0)));
        ImportRegistration first = adminOfA.importService(endpoint);
        ImportRegistration second = adminOfA.importService(endpoint);
        ServiceReference<?> reference = first.getImportReference().getImportedService();
        assertThat(second.getImportReference().getImportedService()).isEqualTo(reference);
        assertThat(reference.getProperty("service.imported")).isNotNull();
        assertThat(first.getImportReference().getImportedEndpoint()).isEqualTo(endpoint);
        assertThat(adminOfA.getImportedEndpoints()).hasSize(2);

        second.close();
        assertThat(atA.context().getServiceReference(Shelf.class)).isNotNull();
        first.close();
        assertThat(atA.context().getServiceReference(Shelf.class)).isNull();
        assertThat(adminOfA.getImportedEndpoints()).isEmpty();
        assertThat(first.getImportReference().getImportedEndpoint()).isNull();
    }

    @Test
    void anEndpointOfAnotherKindIsNotImported() {
        Map<String, Object> other = new HashMap<>(endpoint(export().get(0)).getProperties());
        other.put("service.imported.configs", "never.heard.of");
        assertThat(adminOfA.importService(new EndpointDescription(other))).isNull();
    }

    @Test
    void anUpdatedImportIsTheSameServiceWithOtherProperties() {
        EndpointDescription endpoint = ofB(endpoint(export().get(0)));
        ImportRegistration imported = adminOfA.importService(endpoint);
        ServiceReference<?> reference = imported.getImportReference().getImportedService();
        Object proxy = atA.context().getService(reference);
        Map<String, Object> changed = new HashMap<>(endpoint.getProperties());
        changed.put("added", "1");
        assertThat(imported.update(new EndpointDescription(changed))).isTrue();
        assertThat(reference.getProperty("added")).isEqualTo("1");
        assertThat(atA.context().getService(reference)).isSameAs(proxy);
    }

    @Test
    void anEndpointWithoutAnOwnerGivesNoProxy() {
        ImportRegistration imported = adminOfA.importService(endpoint(export().get(0))); // nobody has said whose it is
        ServiceReference<?> reference = imported.getImportReference().getImportedService();
        assertThat((Object) atA.context().getService(reference)).isNull();
    }

    @Test
    void aServiceIsExportedByEveryAdminThatComes() throws Exception {
        Collection<ExportRegistration> exports = export();
        assertThat(exports).hasSize(1);
        atB.bundle("org.asterism.remote-services").stop();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> atB.context().getServiceReference(RemoteServiceAdmin.class) == null);
        atB.bundle("org.asterism.remote-services").start();
        adminOfB = atB.service(RemoteServiceAdmin.class);
        assertThat(export()).hasSize(1);
    }
}
