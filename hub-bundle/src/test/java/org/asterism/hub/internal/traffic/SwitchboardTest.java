package org.asterism.hub.internal.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.hub.internal.TrafficLimits;
import org.asterism.messaging.Recipients;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Life;
import org.asterism.protocol.frame.FrameWriter;
import org.junit.jupiter.api.Test;

class SwitchboardTest {

    private static final TrafficLimits LIMITS =
            new TrafficLimits(500, 4000, 2000, Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final String TOPIC = Addresses.topic("news");

    private final AtomicLong clock = new AtomicLong();
    private final List<String> heardAtTheDesk = new ArrayList<>();
    private final Switchboard switchboard = new Switchboard(
            new Life(MemberId.HUB, "h"),
            LIMITS,
            (connection, user, message) -> heardAtTheDesk.add(connection + " " + user),
            clock::get);
    private final Map<String, ManualWire> wires = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    @Test
    void whoListensGetsEachMessageOnceAndInOrder() {
        join("a");
        join("b", "news");
        join("c", "#", "news");
        join("d", "other");
        send("a", TOPIC, "1", "2");
        send("a", TOPIC, "3");
        assertThat(texts("b")).containsExactly("1", "2", "3");
        assertThat(texts("c")).containsExactly("1", "2", "3");
        assertThat(texts("d")).isEmpty();
    }

    @Test
    void aFrameIsConfirmedWhenEveryReceiverHasConfirmedIt() {
        join("a");
        join("b", "news");
        join("c", "news");
        send("a", TOPIC, "1");
        texts("b");
        texts("c");
        confirm("b", 1);
        assertThat(confirmedTo("a")).isZero();
        confirm("c", 1);
        assertThat(confirmedTo("a")).isEqualTo(1);
    }

    @Test
    void aReceiverThatIsGoneNeedNotConfirm() {
        join("a");
        join("b", "news");
        send("a", TOPIC, "1");
        switchboard.disconnected("b");
        assertThat(confirmedTo("a")).isEqualTo(1);
    }

    @Test
    void whatNobodyHearsIsConfirmedAtOnce() {
        join("a");
        send("a", TOPIC, "1");
        assertThat(confirmedTo("a")).isEqualTo(1);
    }

    @Test
    void pastTheWindowOneWayMessagesWaitAndRequestsOvertakeThem() {
        join("a");
        join("b", "news");
        send("a", TOPIC, "x".repeat(600));
        assertThat(texts("b")).hasSize(1);
        send("a", TOPIC, "waits");
        request("a", Addresses.member(new MemberId("b")), "asks");
        assertThat(texts("b")).doesNotContain("waits").contains("asks");
        confirm("b", 1);
        assertThat(texts("b")).endsWith("waits");
    }

    @Test
    void whoTakesTooLittleIsSlowAndThenCutOffWhileOthersGoOn() {
        join("a");
        join("slow", "news");
        join("quick", "news");
        for (int i = 0; i < 5; i++) {
            send("a", TOPIC, "x".repeat(500));
            texts("quick");
            confirm("quick", i + 1);
        }
        switchboard.tick();
        assertThat(switchboard.status().slow()).isEqualTo(1);
        assertThat(switchboard.clients())
                .filteredOn(client -> client.slow())
                .extracting(client -> client.member().id().value())
                .containsExactly("slow");
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        switchboard.tick();
        assertThat(wires.get("slow").closings()).singleElement().asString().contains("too slow");
        assertThat(wires.get("quick").closings()).isEmpty();
        assertThat(texts("quick")).hasSize(5);
        assertThat(switchboard.status().cut()).isEqualTo(1);
        assertThat(confirmedTo("a")).as("nobody waits for who is cut off").isEqualTo(5);
    }

    @Test
    void sendersGoOnWithoutWhoStaysSlow() {
        join("a");
        join("slow", "news");
        for (int i = 0; i < 5; i++) {
            send("a", TOPIC, "x".repeat(500));
        }
        switchboard.disconnected("a");
        join("c");
        numbers.clear();
        send("c", TOPIC, "waits");
        switchboard.tick();
        assertThat(confirmedTo("c")).isZero();
        clock.addAndGet(Duration.ofMillis(200).toNanos());
        switchboard.tick();
        assertThat(confirmedTo("c")).as("c itself keeps up").isEqualTo(1);
        assertThat(texts("slow")).hasSize(1);
        confirm("slow", 1);
        assertThat(texts("slow")).as("what waited is not lost").hasSize(2);
    }

    @Test
    void ifNobodyKeepsUpTheSendersWait() {
        join("b", "news");
        for (int i = 0; i < 5; i++) {
            send("b", TOPIC, "x".repeat(500));
        }
        switchboard.tick();
        clock.addAndGet(Duration.ofMillis(200).toNanos());
        switchboard.tick();
        assertThat(switchboard.status().slow()).isEqualTo(1);
        assertThat(confirmedTo("b")).isZero();
    }

    @Test
    void thePatienceBeginsWhenTheReceiverBecomesSlow() {
        join("a");
        join("b", "news");
        clock.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 5; i++) {
            send("a", TOPIC, "x".repeat(500));
        }
        switchboard.tick();
        assertThat(switchboard.status().slow()).isEqualTo(1);
        assertThat(wires.get("b").closings()).isEmpty();
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        switchboard.tick();
        assertThat(wires.get("b").closings()).hasSize(1);
    }

    @Test
    void moreThanMayWaitCutsOffAtOnce() {
        join("a");
        join("b", "news");
        wires.get("b").writable(false);
        for (int i = 0; i < 9; i++) {
            send("a", TOPIC, "x".repeat(500));
        }
        assertThat(wires.get("b").closings()).hasSize(1);
        assertThat(switchboard.status().bytesWaiting()).isZero();
    }

    @Test
    void oneOfThoseWhoListenIsChosenInTurn() {
        join("a");
        join("b", "jobs");
        join("c", "jobs");
        for (int i = 0; i < 10; i++) {
            put("a", Kind.OFFER, Addresses.listener("jobs"), "jobs", "job" + i);
        }
        assertThat(texts("b")).hasSize(5);
        assertThat(texts("c")).hasSize(5);
        assertThat(wires.get("a").run().messages())
                .filteredOn(message -> message.kind() == Kind.ROUTED)
                .extracting(message -> new String(message.payload(), UTF_8))
                .hasSize(10)
                .containsOnly("b", "c");
    }

    @Test
    void aRequestThatFindsNobodyIsAnsweredAtOnce() {
        join("a");
        request("a", Addresses.member(new MemberId("nobody")), "hello");
        request("a", Addresses.server("nothing"), "hello");
        assertThat(wires.get("a").run().messages())
                .extracting(Envelope::kind)
                .containsExactly(Kind.NO_LISTENER, Kind.NO_LISTENER);
        assertThat(switchboard.status().refused()).isEqualTo(2);
    }

    @Test
    void recipientsAreThoseOfTheListAtThatMoment() {
        join("a");
        join("a/1");
        join("b/1");
        put("b/1", Kind.SEND, Addresses.of(Recipients.ofInstance("a")), "t", "to a");
        put("b/1", Kind.SEND, Addresses.of(Recipients.ofKind(MemberKind.SERVER_NODE)), "t", "to nodes");
        put("b/1", Kind.SEND, Addresses.of(Recipients.everyone()), "t", "to all");
        assertThat(texts("a")).containsExactly("to a", "to all");
        assertThat(texts("a/1")).containsExactly("to a", "to nodes", "to all");
        assertThat(texts("b/1")).containsExactly("to nodes", "to all");
    }

    @Test
    void nobodySpeaksInAnotherName() {
        join("a");
        join("b", "news");
        FrameWriter writer = new FrameWriter(new Life(new MemberId("b"), "i"));
        writer.begin(1, 0);
        writer.add(TOPIC, new Envelope(Kind.PUBLISH, new MemberId("b"), "i", 1, "news", 0, new byte[1]));
        switchboard.received("a", "a", writer.finish());
        assertThat(texts("b")).isEmpty();
        assertThat(wires.get("a").closings()).singleElement().asString().contains("another name");
    }

    @Test
    void aStrangerReachesTheDeskAndNobodyElse() {
        join("b", "news");
        ManualWire wire = new ManualWire();
        wires.put("x", wire);
        switchboard.connected("x", wire);
        FrameWriter writer = new FrameWriter(new Life(new MemberId("x"), "i"));
        writer.begin(0, 0);
        writer.add(Addresses.CONTROL, new byte[] {1});
        writer.add(TOPIC, new Envelope(Kind.PUBLISH, new MemberId("x"), "i", 1, "news", 0, new byte[1]));
        switchboard.received("x", "x", writer.finish());
        assertThat(heardAtTheDesk).containsExactly("x x");
        assertThat(texts("b")).isEmpty();
    }

    @Test
    void whatIsNoFrameClosesTheConnection() {
        join("a");
        switchboard.received("a", "a", new byte[] {(byte) 0xFF, 1});
        assertThat(wires.get("a").closings()).hasSize(1);
    }

    @Test
    void interestsChangeAtOnce() {
        join("a");
        join("b");
        notice("b", Addresses.LISTEN, "news");
        send("a", TOPIC, "1");
        notice("b", Addresses.UNLISTEN, "news");
        send("a", TOPIC, "2");
        assertThat(texts("b")).containsExactly("1");
    }

    @Test
    void whatTheHubTellsComesInOrderWithMessages() {
        join("a");
        join("b", "news");
        switchboard.announce(List.of(new HubEvent.EpochRaised(7, 1)));
        send("a", TOPIC, "1");
        assertThat(wires.get("b").run().last().runs())
                .extracting(run -> run.address())
                .containsExactly(Addresses.HUB, TOPIC);
    }

    private void join(String id, String... listens) {
        ManualWire wire = new ManualWire();
        wires.put(id, wire);
        switchboard.connected(id, wire);
        switchboard.attach(id, member(id), List.of(listens), List.of());
    }

    private static Member member(String id) {
        MemberKind kind = id.contains("/") ? MemberKind.SERVER_NODE : MemberKind.INSTANCE;
        return new Member(new MemberId(id), kind, "i", MemberState.UP, "h", 1, "1", Map.of(), Instant.EPOCH);
    }

    private void send(String from, String address, String... texts) {
        put(from, Kind.PUBLISH, address, "news", texts);
    }

    private void request(String from, String address, String text) {
        put(from, Kind.REQUEST, address, "ask", text);
    }

    private void put(String from, Kind kind, String address, String topic, String... texts) {
        FrameWriter writer = new FrameWriter(new Life(new MemberId(from), "i"));
        writer.begin(kind.oneWay() ? numbers.merge(from, 1L, Long::sum) : 0, 0);
        for (String text : texts) {
            writer.add(address, new Envelope(kind, new MemberId(from), "i", 1, topic, 1, text.getBytes(UTF_8)));
        }
        switchboard.received(from, from, writer.finish());
    }

    private void notice(String from, String address, String text) {
        FrameWriter writer = new FrameWriter(new Life(new MemberId(from), "i"));
        writer.begin(0, 0);
        writer.add(address, text.getBytes(UTF_8));
        switchboard.received(from, from, writer.finish());
    }

    private void confirm(String from, long number) {
        FrameWriter writer = new FrameWriter(new Life(new MemberId(from), "i"));
        writer.begin(0, number);
        switchboard.received(from, from, writer.finish());
    }

    private long confirmedTo(String id) {
        switchboard.tick();
        List<Long> confirmed = wires.get(id).run().frames().stream()
                .map(frame -> frame.confirmed())
                .toList();
        return confirmed.isEmpty() ? 0 : confirmed.get(confirmed.size() - 1);
    }

    private List<String> texts(String id) {
        return wires.get(id).run().messages().stream()
                .filter(message -> message.kind() != Kind.ROUTED)
                .map(message -> new String(message.payload(), UTF_8))
                .toList();
    }
}
