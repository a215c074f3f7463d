package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberKind;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
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
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminListener;
import org.osgi.util.tracker.ServiceTracker;

/** Known flaws of Aries RSA 1.16.1 that would reach an application. */
@Timeout(120)
class AriesFlawsTest {

    @TempDir
    Path directory;

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMember b = cluster.join("b", MemberKind.INSTANCE);
    private MemberFramework atA;
    private MemberFramework atB;
    private SeenServices seen;

    @BeforeEach
    void start() throws BundleException {
        atA = new MemberFramework(cluster.join("a", MemberKind.INSTANCE), directory);
        atB = new MemberFramework(b, directory);
        seen = new SeenServices(atA.context());
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        atA.stop();
        atB.stop();
        cluster.close();
    }

    private ServiceRegistration<Shelf> offer(String colour) {
        return atB.context()
                .registerService(
                        Shelf.class,
                        new LocalShelf(),
                        FrameworkUtil.asDictionary(Map.of("service.exported.interfaces", "*", "colour", colour)));
    }

    private void awaitSeen(String event) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(seen.events())
                .contains(event));
    }

    /** ARIES-2217. */
    @Test
    void anEndpointThatCannotBeImportedHarmsNoOther() {
        var unused = b.services()
                .publish(
                        "broken",
                        List.of(Shelf.class.getName(), "not.to.be.Found"),
                        Map.of("service.imported.configs", List.of("asterism"), "endpoint.service.id", "no number"));
        offer("red");
        awaitSeen("added red");
    }

    /** ARIES-2203. */
    @Test
    void aListenerThatFailsHarmsNoOther() {
        EndpointEventListener failing = (event, filter) -> {
            throw new IllegalStateException("a listener of the test fails");
        };
        atA.context()
                .registerService(
                        EndpointEventListener.class,
                        failing,
                        FrameworkUtil.asDictionary(Map.of(
                                "endpoint.listener.scope", "(endpoint.id=*)", "service.ranking", Integer.MAX_VALUE)));
        offer("red");
        awaitSeen("added red");
    }

    /** Aries lets whatever an admin's listener throws through to who imports. */
    @Test
    void anAdminListenerThatFailsHarmsNobody() {
        RemoteServiceAdminListener failing = event -> {
            throw new IllegalStateException("an admin listener of the test fails");
        };
        atA.context().registerService(RemoteServiceAdminListener.class, failing, null);
        offer("red");
        offer("blue");
        awaitSeen("added red");
        awaitSeen("added blue");
    }

    /** ARIES-2234: imports and removals meet in consumers that hold a lock of their own while they use the service. */
    @Test
    void importsAndRemovalsDoNotWaitForEachOther() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LockingConsumer first = new LockingConsumer();
        LockingConsumer second = new LockingConsumer();
        ExecutorService others = Executors.newFixedThreadPool(2);
        Future<?> reading = others.submit(() -> first.use(100));
        Future<?> alsoReading = others.submit(() -> second.use(100));
        List<ServiceRegistration<Shelf>> offered = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            if (offered.isEmpty() || random.nextInt(3) > 0) {
                offered.add(offer("colour-" + step));
            } else {
                offered.remove(random.nextInt(offered.size())).unregister();
            }
        }
        reading.get(60, TimeUnit.SECONDS);
        alsoReading.get(60, TimeUnit.SECONDS);
        others.shutdownNow();
        offer("last");
        awaitSeen("added last");
        Awaitility.await().alias("seed " + seed).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        seen.size())
                .isEqualTo(offered.size() + 1));
    }

    private final class LockingConsumer extends ServiceTracker<Shelf, Shelf> {

        LockingConsumer() {
            super(atA.context(), Shelf.class, null);
            open();
        }

        @Override
        public synchronized Shelf addingService(ServiceReference<Shelf> reference) {
            return super.addingService(reference);
        }

        @Override
        public synchronized void removedService(ServiceReference<Shelf> reference, Shelf shelf) {
            super.removedService(reference, shelf);
        }

        synchronized void use(int times) {
            for (int time = 0; time < times; time++) {
                ServiceReference<Shelf> reference = context.getServiceReference(Shelf.class);
                if (reference != null && context.getService(reference) != null) {
                    context.ungetService(reference);
                }
            }
        }
    }
}
