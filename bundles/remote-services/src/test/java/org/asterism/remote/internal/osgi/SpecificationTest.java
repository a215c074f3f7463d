package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberKind;
import org.asterism.testing.cluster.InMemoryCluster;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/**
 * Remote Services (OSGi Compendium, 100) between two frameworks: what is exported in which form, and what of it is seen. The
 * README says which assertions of the OSGi test cases these are.
 */
@Timeout(90)
class SpecificationTest {

    @TempDir
    static Path directory;

    private static InMemoryCluster cluster;
    private static MemberFramework atA;
    private static MemberFramework atB;

    private ServiceRegistration<?> registration;

    public interface Label {
        String text();
    }

    public interface Hidden {
        String text();
    }

    /** Its class names all that may be exported. */
    static final class Both implements Label, Hidden {
        @Override
        public String text() {
            return "both";
        }
    }

    @BeforeAll
    static void start() throws BundleException {
        cluster = new InMemoryCluster();
        atA = new MemberFramework(cluster.join("a", MemberKind.INSTANCE), directory);
        atB = new MemberFramework(cluster.join("b", MemberKind.INSTANCE), directory);
        atA.service(RemoteServiceAdmin.class);
        atB.service(RemoteServiceAdmin.class);
    }

    @AfterAll
    static void stop() throws BundleException, InterruptedException {
        atA.stop();
        atB.stop();
        cluster.close();
    }

    @AfterEach
    void withdraw() {
        registration.unregister();
        await().until(() -> seen(Label.class) == null && seen(Hidden.class) == null);
    }

    private void offer(Map<String, Object> properties) {
        registration = atB.context()
                .registerService(
                        new String[] {Label.class.getName(), Hidden.class.getName()},
                        new Both(),
                        FrameworkUtil.asDictionary(properties));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static ServiceReference<?> seen(Class<?> type) {
        try {
            ServiceReference<?>[] found = atA.context().getAllServiceReferences(type.getName(), "(service.imported=*)");
            return found == null ? null : found[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ServiceReference<?> awaitSeen(Class<?> type) {
        return await().until(() -> seen(type), reference -> reference != null);
    }

    private static Map<String, Object> exported(Object interfaces) {
        return new HashMap<>(Map.of("service.exported.interfaces", interfaces));
    }

    /** Offers it and then something that is surely exported: what is not seen by then is not exported. */
    private void assertNotExported(Map<String, Object> properties) {
        offer(properties);
        ServiceRegistration<?> marker =
                atB.context().registerService(Shelf.class, new LocalShelf(), FrameworkUtil.asDictionary(exported("*")));
        awaitSeen(Shelf.class);
        assertThat(seen(Label.class)).isNull();
        marker.unregister();
        await().until(() -> seen(Shelf.class) == null);
    }

    @Test
    void allInterfacesAreExportedByAStar() {
        offer(exported("*"));
        assertThat(((Label) atA.context().getService(awaitSeen(Label.class))).text())
                .isEqualTo("both");
        assertThat(((Hidden) atA.context().getService(awaitSeen(Hidden.class))).text())
                .isEqualTo("both");
    }

    @Test
    void aServiceMayBringTheIdOfItsEndpoint() {
        Map<String, Object> properties = exported("*");
        properties.put("endpoint.id", "label");
        offer(properties);
        assertThat(awaitSeen(Label.class).getProperty("endpoint.id")).isEqualTo("label");
    }

    @Test
    void onlyTheNamedInterfacesAreExported() {
        for (Object form :
                List.of(Label.class.getName(), new String[] {Label.class.getName()}, List.of(Label.class.getName()))) {
            offer(exported(form));
            awaitSeen(Label.class);
            assertThat(seen(Hidden.class)).isNull();
            withdraw();
        }
        offer(exported(List.of(Label.class.getName(), Hidden.class.getName())));
        awaitSeen(Hidden.class);
    }

    @Test
    void theProxyHasThePublicPropertiesAndSaysThatItIsImported() {
        Map<String, Object> properties = exported("*");
        properties.put("implementation", "1");
        properties.put("service.exported.configs", "asterism");
        properties.put("service.exported.intents", "osgi.basic");
        properties.put("service.exported.intents.extra", "osgi.async");
        properties.put(".mine", "x");
        offer(properties);

        ServiceReference<?> reference = awaitSeen(Label.class);
        assertThat(reference.getProperty("service.imported")).isNotNull();
        assertThat(reference.getProperty("service.id")).isInstanceOf(Long.class);
        assertThat(reference.getProperty("endpoint.id")).isInstanceOf(String.class);
        assertThat((String[]) reference.getProperty("service.imported.configs")).containsExactly("asterism");
        assertThat(reference.getProperty("implementation")).isEqualTo("1");
        assertThat(reference.getProperty("endpoint.framework.uuid"))
                .isEqualTo(atB.context().getProperty("org.osgi.framework.uuid"));
        assertThat(reference.getPropertyKeys())
                .doesNotContain(
                        ".mine",
                        "service.exported.interfaces",
                        "service.exported.configs",
                        "service.exported.intents",
                        "service.exported.intents.extra");
    }

    @Test
    void oneOfTheConfigurationTypesMustBeOurs() {
        Map<String, Object> several = exported("*");
        several.put("service.exported.configs", new String[] {"other", "asterism"});
        offer(several);
        awaitSeen(Label.class);
        withdraw();

        Map<String, Object> foreign = exported("*");
        foreign.put("service.exported.configs", List.of("other"));
        assertNotExported(foreign);
    }

    @Test
    void anIntentThatIsNotSupportedKeepsAServiceFromBeingExported() {
        Map<String, Object> properties = exported("*");
        properties.put("service.exported.intents.extra", List.of("osgi.basic", "osgi.confidential"));
        assertNotExported(properties);
    }

    @Test
    void aServiceThatExportsNothingOrAStrangerIsNotExported() {
        assertNotExported(Map.of("colour", "red"));
        withdraw();
        assertNotExported(exported("strange.Interface"));
    }

    @Test
    void aScopeKeepsAServiceAmongItsOwn() {
        Map<String, Object> properties = exported("*");
        properties.put("asterism.scope", "instance");
        assertNotExported(properties);
        properties.put("asterism.scope", "cluster");
        registration.setProperties(FrameworkUtil.asDictionary(properties));
        awaitSeen(Label.class);
        properties.put("asterism.scope", "member");
        registration.setProperties(FrameworkUtil.asDictionary(properties));
        await().until(() -> seen(Label.class) == null);
    }

    @Test
    void anImportedServiceIsNotExportedAgain() {
        offer(exported("*"));
        awaitSeen(Label.class);
        assertThat(atA.service(RemoteServiceAdmin.class)
                        .exportService(seen(Label.class), Map.of("service.exported.interfaces", "*")))
                .isEmpty();
    }

    @Test
    void theProviderSaysWhatItSupports() throws InvalidSyntaxException {
        offer(Map.of());
        ServiceReference<?>[] admins = atA.context()
                .getAllServiceReferences(
                        RemoteServiceAdmin.class.getName(),
                        "(&(remote.configs.supported=asterism)(remote.intents.supported=osgi.basic)"
                                + "(remote.intents.supported=osgi.async))");
        assertThat(admins).hasSize(1);
    }

    @Test
    void theBundleHasTheCapabilitiesOfAProvider() {
        offer(Map.of());
        BundleWiring wiring = atA.bundle("org.asterism.remote-services").adapt(BundleWiring.class);
        BundleCapability extender = wiring.getCapabilities("osgi.extender").get(0);
        assertThat(extender.getAttributes())
                .containsEntry("osgi.extender", "osgi.remoteserviceadmin")
                .containsEntry("version", new Version(1, 1, 0));
        assertThat(extender.getDirectives()).containsEntry("uses", "org.osgi.service.remoteserviceadmin");
        assertThat(wiring.getCapabilities("osgi.remoteserviceadmin.discovery"))
                .singleElement()
                .satisfies(discovery -> assertThat(discovery.getAttributes())
                        .containsEntry("protocols", List.of("asterism", "local"))
                        .containsEntry("version", new Version(1, 1, 0)));
        assertThat(wiring.getCapabilities("osgi.remoteserviceadmin.distribution"))
                .singleElement()
                .satisfies(distribution -> assertThat(distribution.getAttributes())
                        .containsEntry("configs", List.of("asterism"))
                        .containsEntry("version", new Version(1, 1, 0)));
    }

    @Test
    void allBundlesAreActive() {
        offer(Map.of());
        assertThat(Arrays.stream(atA.context().getBundles()).map(Bundle::getState))
                .containsOnly(Bundle.ACTIVE);
    }
}
