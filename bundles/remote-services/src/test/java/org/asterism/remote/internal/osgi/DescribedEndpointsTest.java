package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.asterism.cluster.MemberKind;
import org.asterism.testing.cluster.InMemoryCluster;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.EndpointListener;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/** Bundles that describe endpoints, and the listeners that hear of them. */
@Timeout(90)
@SuppressWarnings("deprecation") // EndpointListener, of Remote Service Admin 1.0
class DescribedEndpointsTest {

    @TempDir
    Path directory;

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private MemberFramework framework;

    @BeforeEach
    void start() throws BundleException {
        framework = new MemberFramework(cluster.join("a", MemberKind.INSTANCE), directory);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        cluster.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static String endpoint(String id, String config, String more) {
        return """
                <endpoint-description>
                  <property name="endpoint.id" value="%s"/>
                  <property name="objectClass"><array><value>%s</value></array></property>
                  <property name="service.imported.configs" value="%s"/>
                  %s
                </endpoint-description>
                """.formatted(id, Shelf.class.getName(), config, more);
    }

    private static String document(String... endpoints) {
        return "<endpoint-descriptions xmlns='http://www.osgi.org/xmlns/rsa/v1.0.0'>" + String.join("", endpoints)
                + "</endpoint-descriptions>";
    }

    private Bundle install(String name, String header, Map<String, String> files) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Remote-Service", header);
        return framework.context().installBundle("test:" + name, jar(manifest, files));
    }

    private static InputStream jar(Manifest manifest, Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private void listen(String scope) {
        EndpointEventListener listener =
                (event, filter) -> heard.add((event.getType() == EndpointEvent.ADDED ? "added " : "removed ")
                        + event.getEndpoint().getId() + " " + filter);
        framework
                .context()
                .registerService(
                        EndpointEventListener.class,
                        listener,
                        FrameworkUtil.asDictionary(Map.of("endpoint.listener.scope", scope)));
    }

    private void awaitHeard(String... events) {
        await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder(events));
    }

    @Test
    void endpointsAreThereWhileTheirBundleIsActive() throws Exception {
        listen("(endpoint.id=*)");
        Bundle bundle = install(
                "describing",
                "OSGI-INF/remote-service/, more/x*.xml, one.xml, missing.xml",
                Map.of(
                        "OSGI-INF/remote-service/first.xml",
                        document(endpoint("1", "other", ""), endpoint("2", "other", "")),
                        "OSGI-INF/remote-service/notes.txt",
                        "no XML",
                        "more/x1.xml",
                        document(endpoint("3", "other", "")),
                        "more/y1.xml",
                        document(endpoint("no", "other", "")),
                        "one.xml",
                        document(endpoint("4", "other", ""))));
        bundle.start();
        awaitHeard(
                "added 1 (endpoint.id=*)",
                "added 2 (endpoint.id=*)",
                "added 3 (endpoint.id=*)",
                "added 4 (endpoint.id=*)");
        heard.clear();
        bundle.stop();
        awaitHeard(
                "removed 1 (endpoint.id=*)",
                "removed 2 (endpoint.id=*)",
                "removed 3 (endpoint.id=*)",
                "removed 4 (endpoint.id=*)");
    }

    @Test
    void aListenerThatComesLaterHearsOfWhatMatchesItsScope() throws Exception {
        install(
                        "describing",
                        "x.xml",
                        Map.of("x.xml", document(endpoint("1", "other", ""), endpoint("2", "other", ""))))
                .start();
        listen("(endpoint.id=2)");
        awaitHeard("added 2 (endpoint.id=2)");
    }

    @Test
    void aListenerOfTheFormerKindHearsOfThemToo() throws Exception {
        EndpointListener listener = new EndpointListener() {
            @Override
            public void endpointAdded(EndpointDescription endpoint, String filter) {
                heard.add("added " + endpoint.getId());
            }

            @Override
            public void endpointRemoved(EndpointDescription endpoint, String filter) {
                heard.add("removed " + endpoint.getId());
            }
        };
        framework
                .context()
                .registerService(
                        EndpointListener.class,
                        listener,
                        FrameworkUtil.asDictionary(Map.of("endpoint.listener.scope", "(endpoint.id=*)")));
        Bundle bundle = install("describing", "x.xml", Map.of("x.xml", document(endpoint("1", "other", ""))));
        bundle.start();
        awaitHeard("added 1");
        bundle.stop();
        awaitHeard("added 1", "removed 1");
    }

    @Test
    void aFileThatIsNoGoodHarmsNoOther() throws Exception {
        listen("(endpoint.id=*)");
        install(
                        "describing",
                        "bad.xml,good.xml",
                        Map.of(
                                "bad.xml",
                                "<!DOCTYPE x>" + document(endpoint("bad", "other", "")),
                                "good.xml",
                                document(endpoint("good", "other", ""))))
                .start();
        awaitHeard("added good (endpoint.id=*)");
    }

    @Test
    void aDescribedEndpointOfAnotherMemberCanBeCalled() throws Exception {
        MemberFramework owner = new MemberFramework(cluster.join("b", MemberKind.INSTANCE), directory);
        var local = owner.context().registerService(Shelf.class, new LocalShelf(), null);
        ExportRegistration export = owner.service(RemoteServiceAdmin.class)
                .exportService(local.getReference(), new HashMap<>(Map.of("service.exported.interfaces", "*")))
                .iterator()
                .next();
        SeenServices seen = new SeenServices(framework.context());
        Bundle bundle = install(
                "describing",
                "x.xml",
                Map.of(
                        "x.xml",
                        document(endpoint(
                                export.getExportReference()
                                        .getExportedEndpoint()
                                        .getId(),
                                "asterism",
                                "<property name='asterism.member' value='b'/>"
                                        + "<property name='colour' value='described'/>"))));
        bundle.start();
        await().untilAsserted(() -> assertThat(seen.events()).contains("added described"));
        await().until(() -> seen.getService() != null);
        assertThat(seen.getService().take(4)).isEqualTo(4);
        bundle.stop();
        await().untilAsserted(() -> assertThat(seen.events()).containsExactly("added described", "removed described"));
        owner.stop();
    }
}
