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
    private static final Member C = member("c", "c-1");

    private final MembershipTable table = new MembershipTable("hub-2", 100, GRACE, 0);
    private long now;

    @Test
    void aJoinIsAnnouncedWithTheServicesAndAnsweredWithTheView() {
        ServiceEntry service = service("s", A);
        List<Effect> effects = register("c1", fresh(A, List.of(service)));
        assertThat(events(effects)).containsExactly(new HubEvent.MemberJoined(100, 1, A, List.of(service)));
        assertThat(effects).contains(new Effect.Attach("c1", A, List.of("t.#"), List.of("echo")));
        assertThat(answers(effects)).containsExactly(new HubMessage.Registered(table.snapshot()));
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
                .contains(new Effect.Detach("c1"), new Effect.CloseConnection("c1", "its member has a new connection"));
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
    void whoSpeaksAnotherVersionIsToldSoAndIsNotInTheList() {
        List<Effect> effects = say("c1", A, new ControlMessage.Stranger(2));
        assertThat(answers(effects))
                .containsExactly(new HubMessage.Refused("'a' speaks version 2 of the protocol, and this hub version 1:"
                        + " upgrade the hub first, or start the member with the older distribution"));
        assertThat(table.snapshot().members()).isEmpty();
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
    void warmingEndsWhenEveryoneIsBackAndItIsQuiet() {
        List<Effect> first = register("c1", returning(A, Life.of(B)));
        assertThat(events(first)).hasSize(1);
        pass(Warming.DOUBTFUL);
        assertThat(table.snapshot().warming()).isTrue();
        assertThat(events(register("c2", returning(B, Life.of(A))))).hasSize(1);
        assertThat(pass(Warming.QUIET.minusNanos(1))).isEmpty();
        assertThat(events(pass(Duration.ofNanos(1)))).containsExactly(new HubEvent.ViewSettled(100, 3, true));
        assertThat(table.snapshot().complete()).isTrue();
    }

    @Test
    void whoRemembersLittleIsNotBelievedBeforeOthersCouldReturn() {
        register("c1", returning(A));
        pass(Warming.DOUBTFUL.minusNanos(1));
        assertThat(table.snapshot().warming()).isTrue();
        register("c2", having(B, "hub-1", 50, 12, Life.of(C)));
        pass(Warming.DOUBTFUL);
        assertThat(table.snapshot().warming()).isTrue();
        register("c3", having(C, "hub-1", 50, 12, Life.of(B)));
        assertThat(events(pass(Warming.QUIET))).containsExactly(new HubEvent.ViewSettled(100, 4, true));
    }

    @Test
    void aViewThatNotEveryoneInItHasSeenIsDoubtful() {
        register("c1", returning(A, Life.of(B)));
        register("c2", having(B, "hub-1", 50, 8, Life.of(A)));
        assertThat(pass(Warming.QUIET)).isEmpty();
        assertThat(events(pass(Warming.DOUBTFUL.minus(Warming.QUIET))))
                .containsExactly(new HubEvent.ViewSettled(100, 3, true));
    }

    @Test
    void warmingEndsWhenTheMissingOneIsKnownToBeDead() {
        register("c1", returning(A, Life.of(B)));
        List<Effect> effects = say("c1", A, new ControlMessage.ReportDeath(Life.of(B)));
        assertThat(events(effects))
                .containsExactly(new HubEvent.MemberLost(100, 2, Life.of(B), "its process has ended, says a"));
        assertThat(effects).contains(new Effect.Died(Life.of(B), "its process has ended, says a"));
        assertThat(events(pass(Warming.QUIET))).containsExactly(new HubEvent.ViewSettled(100, 3, true));
    }

    @Test
    void whoLeftTheWarmingHubIsNotWaitedFor() {
        register("c1", fresh(B, List.of()));
        say("c1", B, new ControlMessage.Leave());
        assertThat(events(register("c2", returning(A, Life.of(B)))))
                .contains(new HubEvent.MemberLeft(100, 4, Life.of(B)));
        assertThat(events(pass(Warming.QUIET))).containsExactly(new HubEvent.ViewSettled(100, 5, true));
    }

    @Test
    void warmingEndsIncompleteWithTheGraceTime() {
        register("c1", returning(A, Life.of(B)));
        assertThat(pass(GRACE.minusNanos(1))).isEmpty();
        assertThat(events(pass(Duration.ofNanos(1)))).containsExactly(new HubEvent.ViewSettled(100, 2, false));
        assertThat(apply(new Command.Tick())).isEmpty();
    }

    @Test
    void aNewcomerDoesNotEndTheWarming() {
        register("c1", fresh(A, List.of()));
        assertThat(table.snapshot().warming()).isTrue();
    }

    @Test
    void theEpochIsHigherThanAnyThatWasSeen() {
        register("c1", having(A, "hub-1", 100, 9));
        assertThat(table.snapshot().epoch()).isEqualTo(101);
        register("c2", having(B, "hub-0", 500, 9));
        assertThat(table.snapshot().epoch()).isEqualTo(501);
    }

    @Test
    void anEpochThatNoHubCanHaveHadIsRefused() {
        assertThat(answers(register("c1", having(A, "hub-1", Long.MAX_VALUE, 9))))
                .hasOnlyElementsOfType(HubMessage.Refused.class);
        assertThat(table.snapshot().epoch()).isEqualTo(100);
    }

    @Test
    void anArbitratedEpochIsNeverRaised() {
        MembershipTable arbitrated = arbitrated(MembershipLimits.DEFAULT);
        assertThat(events(arbitrated.apply(from("c1", having(A, "hub-1", 99, 9)), 0)))
                .hasSize(1);
        assertThat(arbitrated.snapshot().epoch()).isEqualTo(100);
        assertThat(arbitrated.apply(from("c2", having(B, "hub-3", 101, 2)), 0))
                .containsExactly(new Effect.Deposed(101));
        assertThat(arbitrated.snapshot().members()).containsExactly(A);
        assertThat(arbitrated.apply(from("c2", having(B, "", 0, 0)), 0)).isEmpty();
        assertThat(arbitrated.apply(new Command.Tick(), GRACE.toNanos())).isEmpty();
    }

    @Test
    void twoHubsOfOneArbitratedEpochAreOneTooMany() {
        MembershipTable arbitrated = arbitrated(MembershipLimits.DEFAULT);
        assertThat(events(arbitrated.apply(from("c1", having(A, "hub-2", 100, 9)), 0)))
                .hasSize(1);
        assertThat(arbitrated.apply(from("c2", having(B, "hub-3", 100, 2)), 0))
                .containsExactly(new Effect.Deposed(100));
    }

    @Test
    void theClientListIsBounded() {
        MembershipTable small = arbitrated(new MembershipLimits(1, 10, 100));
        small.apply(from("c1", fresh(A, List.of())), 0);
        assertThat(answers(small.apply(from("c2", fresh(B, List.of())), 0)))
                .containsExactly(new HubMessage.Refused(
                        "'b' finds no place: there are 1 members already, and no more are allowed"));
        assertThat(events(small.apply(from("c3", fresh(A, List.of())), 0))).hasSize(1);
    }

    @Test
    void theOffersOfAMemberAreBounded() {
        MembershipTable small = arbitrated(new MembershipLimits(5, 1, 20));
        small.apply(from("c1", fresh(A, List.of(service("s", A)))), 0);
        assertThat(small.apply(from("c1", A, new ControlMessage.PublishService(service("t", A))), 0))
                .containsExactly(new Effect.Answer(
                        "c1",
                        new HubMessage.ServiceRefused("t", "a offers 1 services already, and no more are allowed")));
        ServiceEntry large = new ServiceEntry("s", List.of("x.Y"), A.id(), Map.of("k", "a value of 19 chars"));
        assertThat(small.apply(from("c1", A, new ControlMessage.PublishService(large)), 0))
                .containsExactly(new Effect.Answer(
                        "c1", new HubMessage.ServiceRefused("s", "its properties are too long: 24 of 20 characters")));
        assertThat(small.snapshot().services()).containsExactly(service("s", A));
    }

    @Test
    void anIncarnationWhoseDeathWasReportedIsReplaced() {
        register("c1", fresh(A, List.of()));
        register("c2", fresh(B, List.of()));
        say("c2", B, new ControlMessage.ReportDeath(Life.of(A)));
        Member again = member("a", "a-2");
        assertThat(events(register("c3", fresh(again, List.of()))))
                .containsExactly(new HubEvent.MemberJoined(100, 4, again, List.of()));
    }

    @Test
    void whatADeadProcessSaidIsNoProofAgainstItsSuccessor() {
        Member successor = member("a", "a-2");
        register("c2", fresh(successor, List.of()));
        apply(new Command.ConnectionClosed("c2", "cut"));
        List<Effect> late = register("c1", fresh(member("a", "a-1"), List.of()));
        assertThat(late).noneMatch(Effect.Died.class::isInstance);
        apply(new Command.ConnectionClosed("c1", "its process has ended"));
        assertThat(events(register("c3", fresh(successor, List.of()))))
                .containsExactly(new HubEvent.MemberJoined(100, 5, successor, List.of()));
    }

    @Test
    void whatADeadProcessSaidIsNotHeardWhileItsSuccessorIsWaitedFor() {
        Member successor = member("a", "a-2");
        register("c2", returning(B, Life.of(successor)));
        assertThat(answers(register("c1", fresh(member("a", "a-1"), List.of()))))
                .singleElement()
                .isInstanceOf(HubMessage.Refused.class);
        assertThat(events(pass(Warming.DOUBTFUL))).isEmpty(); // it is still waited for
        assertThat(events(register("c3", fresh(successor, List.of()))))
                .endsWith(new HubEvent.ViewSettled(100, 3, true));
    }

    @Test
    void aDeadProcessThatHasSpokenIsLostWhenItsSuccessorIsRemembered() {
        Member past = member("a", "a-1");
        register("c1", fresh(past, List.of()));
        List<Effect> effects = register("c2", returning(B, Life.of(member("a", "a-2"))));
        assertThat(effects)
                .noneMatch(Effect.Died.class::isInstance)
                .contains(new Effect.CloseConnection("c1", "a later life of it is remembered"));
        assertThat(events(effects).get(0))
                .isEqualTo(new HubEvent.MemberLost(100, 2, Life.of(past), "a later life of it is remembered"));
        assertThat(table.snapshot().members()).containsExactly(B);
        assertThat(events(pass(Warming.DOUBTFUL))).isEmpty();
    }

    @Test
    void aMemberWhoseClockWentBackIsLetInAfterTheGraceTime() {
        register("c2", returning(B, Life.of(member("a", "a-2"))));
        pass(GRACE);
        Member again = member("a", "a-1");
        assertThat(events(register("c1", fresh(again, List.of()))))
                .containsExactly(new HubEvent.MemberJoined(100, 3, again, List.of()));
    }

    @Test
    void whoWasReportedDeadByMistakeCanBeReportedAgain() {
        register("c1", fresh(A, List.of()));
        register("c2", fresh(B, List.of()));
        say("c2", B, new ControlMessage.ReportDeath(Life.of(A)));
        register("c3", fresh(A, List.of()));
        assertThat(table.snapshot().members()).containsExactly(A, B);
        assertThat(say("c2", B, new ControlMessage.ReportDeath(Life.of(A))))
                .contains(new Effect.Died(Life.of(A), "its process has ended, says b"));
        assertThat(table.snapshot().members()).containsExactly(B);
    }

    @Test
    void whoComesBackToTheSameHubDoesNotRaiseTheEpoch() {
        register("c1", having(A, "hub-2", 100, 9));
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
        return say(connection, register.member(), register);
    }

    private static MembershipTable arbitrated(MembershipLimits limits) {
        return new MembershipTable("hub-2", 100, true, GRACE, limits, 0);
    }

    private static Command from(String connection, Register register) {
        return from(connection, register.member(), register);
    }

    private static Command from(String connection, Member member, ControlMessage message) {
        return new Command.FromMember(connection, member.id().value(), message);
    }

    private List<Effect> pass(Duration time) {
        now += time.toNanos();
        return apply(new Command.Tick());
    }

    private List<Effect> say(String connection, Member member, ControlMessage message) {
        return apply(from(connection, member, message));
    }

    private List<Effect> apply(Command command) {
        return table.apply(command, now);
    }

    private static Register fresh(Member member, List<ServiceEntry> services) {
        return new Register(member, List.of("t.#"), List.of("echo"), services, "", 0, 0, List.of(), List.of());
    }

    private static Register returning(Member member, Life... remembered) {
        return having(member, "hub-1", 50, 9, remembered);
    }

    /** What a member says that has last seen this of a hub. */
    private static Register having(Member member, String hub, long epoch, long revision, Life... remembered) {
        return new Register(
                member, List.of(), List.of(), List.of(), hub, epoch, revision, List.of(remembered), List.of());
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
