package org.asterism.hub.internal.artemis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLeft;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.spi.ServicePublication;
import org.asterism.drill.wire.Wire;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArtemisHubTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final MemberId A = new MemberId("a");
    private static final MemberId B = new MemberId("b");

    private RealStar star;

    @BeforeEach
    void start() throws HubStartException {
        star = new RealStar(Duration.ofSeconds(15));
    }

    @AfterEach
    void stop() {
        star.close();
    }

    @Test
    void everyoneHearsOfAJoin() {
        Heard hub = new Heard();
        star.hub().member().subscribe(hub);
        ArtemisLink a = up("a");
        Heard atA = new Heard();
        a.member().subscribe(atA);
        up("a/1");
        for (Heard heard : List.of(hub, atA)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(heard.all(MemberJoined.class))
                    .extracting(joined -> joined.member().id().value())
                    .contains("a/1"));
        }
        assertThat(star.hub().messageServer().view().members())
                .extracting(member -> member.id().value())
                .containsExactly("a", "a/1");
    }

    @Test
    void servicesOfMembersAndOfTheHubAreListed() {
        ArtemisLink a = up("a");
        ArtemisLink b = up("b");
        ServicePublication offer = a.member().publisher().publish("x", List.of("java.lang.Runnable"), Map.of("n", 1));
        star.hub().member().publisher().publish("y", List.of("java.lang.Comparable"), Map.of("l", new String[] {"v"}));
        for (ClusterService cluster : List.of(b.member(), star.hub().member())) {
            await().atMost(SOON).until(() -> cluster.view().services().size() == 2);
            assertThat(cluster.view().service("x").orElseThrow().properties()).isEqualTo(Map.of("n", 1L));
            assertThat(cluster.view().service("x").orElseThrow().member()).isEqualTo(A);
            assertThat(cluster.view().service("y").orElseThrow().properties()).isEqualTo(Map.of("l", List.of("v")));
            assertThat(cluster.view().service("y").orElseThrow().member()).isEqualTo(MemberId.HUB);
        }
        offer.update(Map.of("n", 2));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        b.member().view().service("x").orElseThrow().properties())
                .isEqualTo(Map.of("n", 2L)));
        close(offer);
        await().atMost(SOON).until(() -> b.member().view().service("x").isEmpty());
    }

    @Test
    void requestsAreAnsweredBetweenMembersAndWithTheHub() throws Exception {
        MessageService a = up("a").member().messages();
        MessageService b = up("b").member().messages();
        MessageService hub = star.hub().member().messages();
        b.serve(
                "echo",
                request -> CompletableFuture.completedFuture(
                        (request.sender() + ":" + text(request.payload())).getBytes(UTF_8)));
        hub.serve("echo", request -> CompletableFuture.completedFuture(request.payload()));
        awaitMember("b");
        assertThat(ask(a, B, "echo", "hi")).isEqualTo("a:hi");
        assertThat(ask(b, B, "echo", "me")).isEqualTo("b:me");
        assertThat(ask(hub, B, "echo", "hub")).isEqualTo("hub:hub");
        assertThat(ask(a, MemberId.HUB, "echo", "up")).isEqualTo("up");
        assertThat(ask(hub, MemberId.HUB, "echo", "self")).isEqualTo("self");
    }

    @Test
    void failuresHaveTheirOwnTypes() {
        MessageService a = up("a").member().messages();
        ArtemisLink linkB = up("b");
        MessageService b = linkB.member().messages();
        b.serve("fails", request -> {
            throw new IllegalStateException("no way");
        });
        b.serve("silent", request -> new CompletableFuture<>());
        awaitMember("b");
        assertFails(a, B, "nobody", NoListenerException.class);
        assertFails(a, new MemberId("c"), "x", NoListenerException.class);
        assertFails(a, MemberId.HUB, "nobody", NoListenerException.class);
        assertFails(a, B, "fails", RequestFailedException.class);
        assertThatThrownBy(() -> result(a.request(B, "silent", new byte[0], Duration.ofMillis(100))))
                .hasCauseInstanceOf(RequestTimeoutException.class);
        assertThatExceptionOfType(MessageTooLargeException.class)
                .isThrownBy(() -> a.send(B, "x", new byte[(1 << 20) + 1]));
        assertThatExceptionOfType(NoListenerException.class)
                .isThrownBy(() -> a.send(new MemberId("c"), "x", new byte[0]));
        star.stopHub();
        assertThatThrownBy(() -> result(a.request(B, "silent", new byte[0], SOON)))
                .hasCauseInstanceOf(HubUnavailableException.class);
    }

    @Test
    void messagesArePublishedToEveryListenerInOrder() {
        ArtemisLink a = up("a");
        ArtemisLink b = up("b");
        List<String> atA = new CopyOnWriteArrayList<>();
        List<String> atB = new CopyOnWriteArrayList<>();
        List<String> atHub = new CopyOnWriteArrayList<>();
        a.member().messages().listen("shop.*", message -> atA.add(text(message.payload())));
        b.member().messages().listen("shop.stock", message -> atB.add(text(message.payload())));
        b.member().messages().listen("#", message -> atB.add(text(message.payload())));
        star.hub().member().messages().listen("shop.#", message -> atHub.add(text(message.payload())));
        await().atMost(SOON).until(() -> {
            b.member().messages().publish("shop.stock", "ready".getBytes(UTF_8));
            return atA.contains("ready") && atB.contains("ready");
        });
        atA.clear();
        atB.clear();
        atHub.clear();
        for (int i = 0; i < 1000; i++) {
            a.member().messages().publish("shop.stock", Integer.toString(i).getBytes(UTF_8));
        }
        await().atMost(SOON).until(() -> count(atA) == 1000 && count(atB) == 2000 && count(atHub) == 1000);
        List<String> expected =
                IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        assertThat(numbers(atA)).isEqualTo(expected);
        assertThat(numbers(atHub)).isEqualTo(expected);
    }

    @Test
    void aMemberThatDiesIsLostAtOnceAndOneThatLeavesHasLeft() throws Exception {
        ArtemisLink a = up("a");
        Heard heard = new Heard();
        a.member().subscribe(heard);
        ArtemisLink b = up("b");
        try (Wire wire = new Wire("127.0.0.1", star.port())) {
            ArtemisLink c = star.join("c", RealStar.SECRET, wire.port());
            await().atMost(SOON).until(() -> a.member().view().members().size() == 3);
            long before = System.nanoTime();
            wire.drop();
            await().atMost(SOON).until(() -> heard.all(MemberLost.class).size() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(RealStar.TTL);
            await().atMost(SOON)
                    .until(() -> !c.member().view().stale()
                            && c.member().view().members().size() == 3);
            c.close();
            await().atMost(SOON).until(() -> heard.all(MemberLeft.class).size() == 1);
        }
        b.close();
        await().atMost(SOON).until(() -> heard.all(MemberLeft.class).size() == 2);
        assertThat(heard.all(MemberLeft.class).get(1).member().id()).isEqualTo(B);
        assertThat(heard.all(MemberLost.class)).hasSize(1);
    }

    @Test
    void aMemberThatHangsIsLostAndComesBack() throws Exception {
        ArtemisLink a = up("a");
        Heard heard = new Heard();
        a.member().subscribe(heard);
        try (Wire wire = new Wire("127.0.0.1", star.port())) {
            ArtemisLink c = star.join("c", RealStar.SECRET, wire.port());
            await().atMost(SOON).until(() -> a.member().view().members().size() == 2);
            wire.freeze(true);
            await().atMost(SOON)
                    .until(() -> heard.all(MemberLost.class).size() == 1
                            && c.member().view().stale());
            wire.drop(); // what is frozen stays lost
            wire.freeze(false);
            await().atMost(SOON)
                    .until(() -> heard.all(MemberJoined.class).size() == 2
                            && !c.member().view().stale());
            c.close();
        }
    }

    @Test
    void aMemberIsIslandedInTimeWhenTheHubHangs() throws Exception {
        try (Wire wire = new Wire("127.0.0.1", star.port())) {
            ArtemisLink c = star.join("c", RealStar.SECRET, wire.port());
            await().atMost(SOON).until(() -> !c.member().view().stale());
            long before = System.nanoTime();
            wire.freeze(true);
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> c.member().view().stale());
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(RealStar.TTL.dividedBy(2), RealStar.TTL.plusMillis(500));
        }
    }

    @Test
    void stateChangesAndReportedDeathsAreTold() {
        ArtemisLink a = up("a");
        ArtemisLink b = up("b");
        b.member().state(MemberState.DRAINING);
        await().atMost(SOON)
                .until(() -> a.member().view().member(B).map(Member::state).equals(Optional.of(MemberState.DRAINING)));
        a.member().reportDeath(B, "another life");
        assertThat(a.member().view().member(B)).isPresent();
        Heard heard = new Heard();
        a.member().subscribe(heard);
        a.member().reportDeath(B, b.member().incarnation());
        await().atMost(SOON).until(() -> heard.all(MemberLost.class).size() == 1);
    }

    @Test
    void aNewHubLearnsEverythingFromTheMembers() throws Exception {
        ArtemisLink a = up("a");
        ArtemisLink b = up("b");
        a.member().publisher().publish("x", List.of("java.lang.Runnable"), Map.of("n", 1));
        b.member().messages().serve("echo", request -> CompletableFuture.completedFuture(request.payload()));
        List<String> atB = new CopyOnWriteArrayList<>();
        b.member().messages().listen("news", message -> atB.add(text(message.payload())));
        b.member().messages().listen("direct", message -> atB.add(text(message.payload())));
        await().atMost(SOON).until(() -> b.member().view().service("x").isPresent());
        long epoch = a.member().view().epoch();
        Heard atA = new Heard();
        a.member().subscribe(atA);

        star.stopHub();
        await().atMost(SOON)
                .until(() -> a.member().view().stale() && b.member().view().stale());
        assertThat(a.member().view().members()).hasSize(2);
        a.member().messages().publish("news", "islanded".getBytes(UTF_8));
        a.member().messages().send(B, "direct", "too".getBytes(UTF_8));
        star.startHub();

        await().atMost(SOON)
                .until(() -> star.hub().member().view().members().size() == 2
                        && !star.hub().member().view().warming()
                        && !b.member().view().stale()
                        && !b.member().view().warming());
        assertThat(star.hub().member().view().service("x").orElseThrow().member())
                .isEqualTo(A);
        assertThat(a.member().view().epoch()).isGreaterThan(epoch);
        assertThat(ask(a.member().messages(), B, "echo", "again")).isEqualTo("again");
        await().atMost(SOON).until(() -> atB.contains("islanded") && atB.contains("too"));
        assertThat(atB).doesNotHaveDuplicates();
        await().atMost(SOON).until(() -> atA.all(HubConnected.class).size() >= 1);
        assertThat(atA.all(MemberLost.class)).isEmpty();
        assertThat(atA.all(MemberJoined.class)).isEmpty();
    }

    @Test
    void nothingIsWrittenToDisk() throws Exception {
        MessageService a = up("a").member().messages();
        ArtemisLink b = up("b");
        b.member().messages().serve("big", request -> CompletableFuture.completedFuture(request.payload()));
        byte[] big = new byte[1 << 20];
        for (int i = 0; i < 20; i++) {
            assertThat(result(a.request(B, "big", big, SOON))).hasSameSizeAs(big);
        }
        star.stopHub();
        assertThat(Path.of("").toAbsolutePath())
                .hasFileName("working-directory")
                .isEmptyDirectory();
    }

    @Test
    void aWrongSecretIsRefused() {
        ArtemisLink stranger = star.join("stranger", "another secret", star.port());
        up("a");
        assertThat(stranger.member().view().epoch()).isZero();
        assertThat(star.hub().member().view().member(new MemberId("stranger"))).isEmpty();
        await().atMost(SOON).until(() -> stranger.cause().contains("wrong cluster secret"));
    }

    @Test
    void aLiveHolderKeepsItsId() {
        ArtemisLink first = up("a");
        ArtemisLink second = star.join("a");
        await().atMost(SOON).until(() -> second.cause().contains("is taken by a live member: process"));
        assertThat(star.hub().member().view().member(A).orElseThrow().incarnation())
                .isEqualTo(first.member().incarnation());
        first.close();
        await().atMost(SOON).until(() -> !second.member().view().stale());
    }

    @Test
    void aPortInUseIsSaidClearly() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(HubStartException.class)
                    .isThrownBy(() -> ArtemisHub.start(
                            star.hubConfiguration(taken.getLocalPort()),
                            star.hub().member().member(),
                            Mandate.alone()))
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .withMessageContaining("etc/org.asterism.hub.cfg");
        }
    }

    private ArtemisLink up(String id) {
        ArtemisLink link = star.join(id);
        await().atMost(SOON)
                .until(() -> !link.member().view().stale()
                        && link.member().view().member(new MemberId(id)).isPresent());
        return link;
    }

    private void awaitMember(String id) {
        await().atMost(SOON)
                .until(() -> star.hub().member().view().member(new MemberId(id)).isPresent());
    }

    private static String ask(MessageService from, MemberId to, String topic, String text) throws Exception {
        return text(result(from.request(to, topic, text.getBytes(UTF_8), SOON)));
    }

    private static void assertFails(MessageService from, MemberId to, String topic, Class<?> type) {
        long before = System.nanoTime();
        assertThatThrownBy(() -> ask(from, to, topic, "x"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(type.asSubclass(Throwable.class));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    private static byte[] result(CompletionStage<byte[]> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static List<String> numbers(List<String> texts) {
        return texts.stream().filter(text -> !text.equals("ready")).toList();
    }

    private static int count(List<String> texts) {
        return numbers(texts).size();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
