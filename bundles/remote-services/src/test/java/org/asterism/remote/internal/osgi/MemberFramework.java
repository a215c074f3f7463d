package org.asterism.remote.internal.osgi;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;
import org.asterism.testing.cluster.InMemoryMember;
import org.awaitility.Awaitility;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A member as an OSGi framework: Felix with SCR, the real Aries RSA and this bundle. */
final class MemberFramework {

    private static final long STOP_MILLIS = 10_000;

    private static final List<String> BUNDLES = List.of(
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.osgi.service.component",
            "org.osgi.service.event",
            "org.apache.felix.scr",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-cbor",
            "jackson-datatype-jdk8",
            "jackson-datatype-jsr310",
            "org.apache.aries.rsa.spi",
            "org.apache.aries.rsa.core");

    private final Framework framework;

    MemberFramework(InMemoryMember member, Path directory) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        directory.resolve(member.id().value()).toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.asterism.cluster;version=1.0.0,org.asterism.cluster.spi;version=1.0.0,"
                                + "org.asterism.messaging;version=1.0.0,org.asterism.remote;version=1.0.0,"
                                + "org.asterism.metrics;version=1.0.0,org.asterism.alarm;version=1.0.0,"
                                + "org.osgi.service.remoteserviceadmin;version=1.1.0,"
                                + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0,"
                                + "org.slf4j;version=1.7.36"));
        framework.start();
        context().registerService(ClusterService.class, member.cluster(), null);
        context().registerService(MessageService.class, member.messages(), null);
        context().registerService(ServicePublisher.class, member.services(), null);
        install();
    }

    private void install() throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (String name : BUNDLES) {
            bundles.add(context().installBundle(jar(name)));
        }
        bundles.add(context().installBundle("reference:" + new File("target/classes").toURI()));
        bundles.add(context().installBundle(jar("org.apache.aries.rsa.topology-manager")));
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    private static String jar(String artifact) {
        return classPath()
                .filter(file -> file.getName().startsWith(artifact + "-"))
                .filter(file -> Character.isDigit(file.getName().charAt(artifact.length() + 1)))
                .findFirst()
                .map(file -> file.toURI().toString())
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + artifact));
    }

    private static Stream<File> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new);
    }

    /** The service of this type, as soon as it is there. */
    <T> T service(Class<T> type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Optional.ofNullable(context().getServiceReference(type))
                                .map(context()::getService),
                        Optional::isPresent)
                .orElseThrow();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle bundle(String symbolicName) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
