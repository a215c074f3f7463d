package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.ControlMessage.Register;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.junit.jupiter.api.Test;

class MembershipTableTest {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Member A = member("a", "a-1");
    private static final Member B = member("b", "b-1");

    private final MembershipTable table = new MembershipTable("hub-2", 100, GRACE, 0);
    private long now;

    @Test
    void aJoinIsAnnouncedWithTheServicesAndAnsweredWithTheView() {
        ServiceEntry service = service("s", A);
        List<Effect> effects = register("c1", fresh(A, List.of(service)));
        assertThat(events(effects)).containsExactly(new HubEvent.MemberJoined(100, 1, A, List.of(service)));
        assertThat(effects).contains(new Effect.OpenMailbox(A.id(), "mailbox.c1"));
        assertThat(answers(effects)).containsExactly(new HubMessage.Registered("mailbox.c1", table.snapshot()));
        assertThat(table.snapshot().members()).containsExactly(A);
        assertThat(table.snapshot().services()).containsExactly(service);
    }

    @Test
    void aLiveHolderOfTheIdIsNamedToWhoIsRefused() {
        register("c1", fresh(A, List.of()));
        List<Effect> effects = register("c2", fresh(member("a", "a-2"), List.of()));
        assertThat(events(effects)).isEmpty();
        assertThat(answers(effects)).hasSize(1).allSatisfy(answer -> assertThat(((HubMessage.Refused) answer).reason())
                .contains("'a'", "process 7", "host-of-a"));
        assertThat(table.snapshot().members()).containsExactly(A);
    }

    @Test
    void anIncarnationWhoseConnectionIsClosedIsReplacedAndKnownToBeDead() {
        register("c1", fresh(A, List.of()));
        assertThat(events(apply(new Command.ConnectionClosed("c1", "cut"))))
                .containsExactly(new HubEvent.MemberLost(100, 2, Life.of(A), "cut"));
        Member again = member("a", "a-2");
        List<Effect> effects = register("c2", fresh(again, List.of()));
        assertThat(events(effects)).contains(new HubEvent.MemberJoined(100, 3, again, List.of()));
        assertThat(effects).contains(new Effect.Died(Life.of(A), "a new life of it has registered"));
    }

    @Test
    void theSameLifeOnANewConnectionClosesTheOldOne() {
        register("c1", fresh(A, List.of(service("s", A))));
        List<Effect> effects = register("c2", fresh(A, List.of(service("t", A))));
        assertThat(effects)
                .contains(
                        new Effect.CloseMailbox("mailbox.c1"),
                        new Effect.CloseConnection("c1", "its member has a new connection"));
        assertThat(events(effects)).containsExactly(new HubEvent.MemberJoined(100, 2, A, List.of(service("t", A))));
        assertThat(events(apply(new Command.ConnectionClosed("c1", "cut")))).isEmpty();
        assertThat(table.snapshot().services()).containsExactly(service("t", A));
    }

    @Test
    void whoSaysGoodByeHasLeft() {
        register("c1", fresh(A, List.of(service("s", A))));
        assertThat(events(say("c1", A, new ControlMessage.Leave())))
                .containsExactly(new HubEvent.MemberLeft(100, 2, Life.of(A)));
        assertThat(table.snapshot().services()).isEmpty();
        assertThat(events(apply(new Command.ConnectionClosed("c1", "closed")))).isEmpty();
    }

    @Test
    void aServiceBelongsToWhoOfferedItFirst() {
        register("c1", fresh(A, List.of(service("s", A))));
        register("c2", fresh(B, List.of()));
        List<Effect> effects = say("c2", B, new ControlMessage.PublishService(service("s", B)));
        assertThat(events(effects)).isEmpty();
        assertThat(answers(effects)).containsExactly(new HubMessage.ServiceRefused("s", "already offered by a"));
        assertThat(events(say("c2", B, new ControlMessage.UnpublishService("s"))))
                .isEmpty();
        assertThat(table.snapshot().services()).containsExactly(service("s", A));
    }

    @Test
    void nobodyRegistersForAnother() {
        List<Effect> effects = apply(new Command.FromMember("c1", "b", fresh(A, List.of())));
        assertThat(answers(effects)).hasSize(1).allSatisfy(answer -> assertThat(answer)
                .isInstanceOf(HubMessage.Refused.class));
        assertThat(table.snapshot().members()).isEmpty();
    }

    @Test
    void whoIsNotRegisteredHasToBeginAnew() {
        assertThat(say("c9", A, new ControlMessage.ChangeState(MemberState.DRAINING)))
                .containsExactly(new Effect.CloseConnection("c9", "it is not registered"));
    }

    @Test
    void warmingEndsWhenEveryoneIsBack() {
        List<Effect> first = register("c1", returning(A, Life.of(B)));
        assertThat(table.snapshot().warming()).isTrue();
        assertThat(events(first)).hasSize(1);
        List<Effect> second = register("c2", returning(B, Life.of(A)));
        assertThat(events(second)).contains(new HubEvent.ViewSettled(100, 3, true));
        assertThat(table.snapshot().complete()).isTrue();
    }

    @Test
    void warmingEndsWhenTheMissingOneIsKnownToBeDead() {
        register("c1", returning(A, Life.of(B)));
        List<Effect> effects = say("c1", A, new ControlMessage.ReportDeath(Life.of(B)));
        assertThat(events(effects))
                .containsExactly(
                        new HubEvent.MemberLost(100, 2, Life.of(B), "its process has ended, says a"),
                        new HubEvent.ViewSettled(100, 3, true));
        assertThat(effects).contains(new Effect.Died(Life.of(B), "its process has ended, says a"));
    }

    @Test
    void warmingEndsIncompleteWithTheGraceTime() {
        register("c1", returning(A, Life.of(B)));
        now = GRACE.toNanos() - 1;
        assertThat(apply(new Command.Tick())).isEmpty();
        now++;
        assertThat(events(apply(new Command.Tick()))).containsExactly(new HubEvent.ViewSettled(100, 2, false));
        assertThat(apply(new Command.Tick())).isEmpty();
    }

    @Test
    void aNewcomerDoesNotEndTheWarming() {
        register("c1", fresh(A, List.of()));
        assertThat(table.snapshot().warming()).isTrue();
    }

    @Test
    void theEpochIsHigherThanAnyThatWasSeen() {
        register("c1", new Register("c1", A, List.of(), "hub-1", 100, 9, List.of(), List.of()));
        assertThat(table.snapshot().epoch()).isEqualTo(101);
        register("c2", new Register("c2", B, List.of(), "hub-0", 500, 9, List.of(), List.of()));
        assertThat(table.snapshot().epoch()).isEqualTo(501);
    }

    @Test
    void whoComesBackToTheSameHubDoesNotRaiseTheEpoch() {
        register("c1", new Register("c1", A, List.of(), "hub-2", 100, 9, List.of(), List.of()));
        assertThat(table.snapshot().epoch()).isEqualTo(100);
    }

    @Test
    void aDeathOfTheRegisteredLifeIsALoss() {
        register("c1", fresh(A, List.of()));
        register("c2", fresh(B, List.of()));
        assertThat(events(say("c1", A, new ControlMessage.ReportDeath(new Life(B.id(), "another"))).stream()
                        .toList()))
                .noneMatch(event ->
                        event instanceof HubEvent.MemberLost lost && lost.life().equals(Life.of(B)));
        List<Effect> effects = say("c1", A, new ControlMessage.ReportDeath(Life.of(B)));
        assertThat(effects).contains(new Effect.CloseConnection("c2", "its process has ended, says a"));
        assertThat(table.snapshot().members()).containsExactly(A);
    }

    @Test
    void theHubOffersServicesWithoutBeingAMember() {
        ServiceEntry service = new ServiceEntry("h", List.of("x.Y"), MemberId.HUB, Map.of());
        assertThat(events(apply(new Command.FromHub(new ControlMessage.PublishService(service)))))
                .containsExactly(new HubEvent.ServiceAdded(100, 1, service));
        assertThat(events(apply(new Command.FromHub(new ControlMessage.UnpublishService("h")))))
                .containsExactly(new HubEvent.ServiceRemoved(100, 2, "h"));
    }

    private List<Effect> register(String connection, Register register) {
        Register onConnection = new Register(
                connection,
                register.member(),
                register.services(),
                register.lastHub(),
                register.lastEpoch(),
                register.lastRevision(),
                register.remembered(),
                register.deaths());
        return say(connection, register.member(), onConnection);
    }

    private List<Effect> say(String connection, Member member, ControlMessage message) {
        return apply(new Command.FromMember(connection, member.id().value(), message));
    }

    private List<Effect> apply(Command command) {
        return table.apply(command, now);
    }

    private static Register fresh(Member member, List<ServiceEntry> services) {
        return new Register("", member, services, "", 0, 0, List.of(), List.of());
    }

    private static Register returning(Member member, Life... remembered) {
        return new Register("", member, List.of(), "hub-1", 50, 9, List.of(remembered), List.of());
    }

    private static List<HubEvent> events(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Announce.class::isInstance)
                .map(effect -> ((Effect.Announce) effect).event())
                .toList();
    }

    private static List<HubMessage.Answer> answers(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Answer.class::isInstance)
                .map(effect -> ((Effect.Answer) effect).answer())
                .toList();
    }

    private static ServiceEntry service(String id, Member owner) {
        return new ServiceEntry(id, List.of("x.Y"), owner.id(), Map.of());
    }

    private static Member member(String id, String incarnation) {
        return new Member(
                new MemberId(id),
                MemberKind.INSTANCE,
                incarnation,
                MemberState.UP,
                "host-of-" + id,
                7,
                "1",
                Map.of(),
                Instant.EPOCH);
    }

    @Test
    void theGraceTimeBeginsWhenMembersCanConnect() {
        Duration grace = Duration.ofSeconds(5);
        MembershipTable slow = new MembershipTable("slow", 1, grace, 0);
        long opened = Duration.ofSeconds(4).toNanos();

        slow.apply(new Command.Opened(), opened);
        slow.apply(new Command.Tick(), opened + grace.toNanos() - 1);
        assertThat(slow.snapshot().warming()).isTrue();

        slow.apply(new Command.Tick(), opened + grace.toNanos());
        assertThat(slow.snapshot().warming()).isFalse();
    }
}
