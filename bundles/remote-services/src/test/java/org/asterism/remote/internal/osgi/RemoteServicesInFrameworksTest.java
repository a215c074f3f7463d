package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Two members, each with the real Aries RSA in a framework of its own. {@code b} offers what {@code a} sees. */
@Timeout(90)
class RemoteServicesInFrameworksTest {

    @TempDir
    Path directory;

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMember a = cluster.join("a", MemberKind.INSTANCE);
    private final InMemoryMember b = cluster.join("b", MemberKind.INSTANCE);
    private MemberFramework atA;
    private MemberFramework atB;
    private SeenServices seen;

    @BeforeEach
    void start() throws BundleException {
        atA = new MemberFramework(a, directory);
        atB = new MemberFramework(b, directory);
        seen = new SeenServices(atA.context());
    }

    @AfterEach
    void end() throws BundleException, InterruptedException {
        atA.stop();
        atB.stop();
        cluster.close();
    }

    private ServiceRegistration<Shelf> offer(String colour) {
        return atB.context()
                .registerService(Shelf.class, new LocalShelf(), FrameworkUtil.asDictionary(offered(colour)));
    }

    private static Map<String, Object> offered(String colour) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("service.exported.interfaces", "*");
        properties.put("colour", colour);
        properties.put("sizes", new String[] {"s", "l"});
        properties.put(".private", "x");
        return properties;
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private void awaitEvents(String... events) {
        await().untilAsserted(() -> assertThat(seen.events()).containsExactly(events));
    }

    /** The tracker has a service only after it has told of it. */
    private Shelf shelf() throws InterruptedException {
        Shelf shelf = seen.waitForService(10_000);
        assertThat(shelf).isNotNull();
        return shelf;
    }

    /** Nothing that was caused so far can still cause an event. */
    private void settle() throws InterruptedException {
        cluster.settle();
        int before = seen.events().size();
        ServiceRegistration<Shelf> marker = offer("marker");
        await().until(() -> seen.events().contains("added marker"));
        marker.unregister();
        await().until(() -> seen.events().contains("removed marker"));
        seen.events().removeIf(event -> event.endsWith("marker"));
        assertThat(seen.events()).hasSizeGreaterThanOrEqualTo(before);
    }

    @Test
    void aServiceOfOneMemberIsAServiceInTheOther() throws InterruptedException {
        offer("red");
        awaitEvents("added red");

        Shelf shelf = shelf();
        ServiceReference<Shelf> reference = seen.getServiceReference();
        assertThat(reference.getProperty("service.imported")).isEqualTo(true);
        assertThat(reference.getProperty("asterism.member")).isEqualTo("b");
        assertThat((String[]) reference.getProperty("sizes")).containsExactly("s", "l");
        assertThat(reference.getPropertyKeys()).doesNotContain(".private", "service.exported.interfaces");
        assertThat(shelf.sorted(List.of(new MemberId("z"), new MemberId("y"))))
                .containsExactly(new MemberId("y"), new MemberId("z"));
    }

    @Test
    void newPropertiesArriveAtTheSameService() throws InterruptedException {
        ServiceRegistration<Shelf> registration = offer("red");
        awaitEvents("added red");
        Shelf shelf = shelf();

        registration.setProperties(FrameworkUtil.asDictionary(offered("blue")));
        awaitEvents("added red", "modified blue");
        registration.setProperties(FrameworkUtil.asDictionary(offered("green")));
        awaitEvents("added red", "modified blue", "modified green");

        settle();
        awaitEvents("added red", "modified blue", "modified green");
        assertThat(seen.getService()).isSameAs(shelf);
        assertThat(shelf.threadName()).startsWith("asterism-remote-");
        assertThat(seen.getServiceReference().getProperty("service.imported")).isEqualTo(true);
        assertThat((String[]) seen.getServiceReference().getProperty("service.intents"))
                .containsExactly("osgi.async", "osgi.basic");
    }

    @Test
    void whatIsWithdrawnDisappears() {
        ServiceRegistration<Shelf> registration = offer("red");
        awaitEvents("added red");
        registration.unregister();
        awaitEvents("added red", "removed red");
    }

    @Test
    void aRestartOfTheHubIsNotNoticed() throws InterruptedException {
        offer("red");
        awaitEvents("added red");
        Shelf shelf = shelf();

        cluster.stopHub();
        cluster.settle();
        assertThatThrownBy(shelf::threadName)
                .isInstanceOf(ServiceException.class)
                .hasCauseInstanceOf(HubUnavailableException.class);
        cluster.startHub();
        settle();

        awaitEvents("added red");
        assertThat(seen.getService()).isSameAs(shelf);
        assertThat(shelf.threadName()).startsWith("asterism-remote-");
    }

    @Test
    void aKilledMembersServicesDisappear() {
        offer("red");
        awaitEvents("added red");
        cluster.kill(b);
        awaitEvents("added red", "removed red");
    }

    @Test
    void aMemberThatWasLostAndReturnsIsFullyBack() {
        ServiceRegistration<Shelf> registration = offer("red");
        awaitEvents("added red");
        cluster.partition(b);
        awaitEvents("added red", "removed red");
        cluster.heal(b);
        awaitEvents("added red", "removed red", "added red");
        registration.setProperties(FrameworkUtil.asDictionary(offered("blue")));
        awaitEvents("added red", "removed red", "added red", "modified blue");
    }

    @Test
    void anIslandedMemberKeepsWhatItKnows() throws InterruptedException {
        offer("red");
        awaitEvents("added red");
        cluster.partition(a);
        cluster.settle();
        cluster.heal(a);
        settle();
        awaitEvents("added red");
    }

    @Test
    void aBundleThatStopsTakesItsEndpointsAlongAndBringsThemBack() throws Exception {
        offer("red");
        awaitEvents("added red");
        atB.bundle("org.asterism.remote-services").stop();
        awaitEvents("added red", "removed red");
        atB.bundle("org.asterism.remote-services").start();
        awaitEvents("added red", "removed red", "added red");
    }

    @Test
    void whateverHappensBothSidesAgreeInTheEnd() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ServiceRegistration<Shelf>> offered = new ArrayList<>();
        for (int step = 0; step < 300; step++) {
            String colour = "colour-" + step;
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> offered.add(offer(colour));
                case 3, 4 -> removeOne(offered, random).ifPresent(ServiceRegistration::unregister);
                case 5 -> cluster.stopHub();
                case 6 -> cluster.startHub();
                case 7 -> cluster.partition(b);
                case 8 -> cluster.heal(b);
                default ->
                    removeOne(offered, random).ifPresent(changed -> {
                        changed.setProperties(FrameworkUtil.asDictionary(offered(colour)));
                        offered.add(changed);
                    });
            }
        }
        cluster.startHub();
        cluster.heal(b);
        cluster.endGrace();

        await().alias("seed " + seed).untilAsserted(() -> assertThat(colours(seen.getServiceReferences()))
                .containsExactlyInAnyOrderElementsOf(colours(
                        offered.stream().map(ServiceRegistration::getReference).toArray(ServiceReference<?>[]::new))));
        assertThat(seen.getTracked().values())
                .allSatisfy(shelf -> assertThat(shelf.take(4)).isEqualTo(4));
    }

    private static Optional<ServiceRegistration<Shelf>> removeOne(
            List<ServiceRegistration<Shelf>> offered, Random random) {
        return offered.isEmpty() ? Optional.empty() : Optional.of(offered.remove(random.nextInt(offered.size())));
    }

    private static List<Object> colours(ServiceReference<?>[] references) {
        return references == null
                ? List.of()
                : Arrays.stream(references)
                        .map(reference -> reference.getProperty("colour"))
                        .toList();
    }
}
