package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.dispatcher.internal.Nodes.node;
import static org.asterism.dispatcher.internal.Nodes.up;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.Test;

class DispatchPolicyTest {

    private static final DispatchPolicy POLICY = TestSettings.POLICY;
    private static final long PAUSE = POLICY.ejection().pause().toNanos();

    private static TargetPool pool(NodeStatus... nodes) {
        return TargetPool.empty("a", Nodes.KEY).with(List.of(nodes));
    }

    private static Decision choose(TargetPool pool, String path, String key, int ticket) {
        return POLICY.choose(pool, new Route(path, key, Set.of(), ticket), 0);
    }

    private static String chosen(TargetPool pool, String path, String key) {
        return chosen(choose(pool, path, key, 0));
    }

    private static String chosen(Decision decision) {
        return decision instanceof Decision.Forward forward
                ? forward.target().id().value()
                : decision.toString();
    }

    private static Target target(TargetPool pool, String key) {
        return pool.target(key).orElseThrow();
    }

    private static void eject(Target target) {
        target.failed("x", 0, POLICY.ejection());
        assertThat(target.failed("x", 0, POLICY.ejection())).isTrue();
    }

    @Test
    void theCookieNamesTheNode() {
        TargetPool pool = pool(up("a/1", 1, "/shop"), up("b/1", 2, "/shop"));
        assertThat(chosen(pool, "/shop", Nodes.cookie("b/1"))).isEqualTo("b/1");
        assertThat(chosen(pool, "/shop", "b.9")).isEqualTo("a/1");
    }

    @Test
    void theCookieCountsWhileTheNodeDrainsButNotOtherwise() {
        for (NodeState state : NodeState.values()) {
            TargetPool pool = pool(node("a/1", state, 1, 1, "/shop"), up("a/2", 2, "/shop"));
            boolean kept = state == NodeState.UP || state == NodeState.DRAINING;
            assertThat(chosen(pool, "/shop", Nodes.cookie("a/1")))
                    .as(state.name())
                    .isEqualTo(kept ? "a/1" : "a/2");
        }
    }

    @Test
    void theCookieDoesNotCountForWhatTheNodeDoesNotHave() {
        TargetPool pool = pool(up("a/1", 1, "/other"), up("a/2", 2, "/shop"));
        assertThat(chosen(pool, "/shop", Nodes.cookie("a/1"))).isEqualTo("a/2");
    }

    @Test
    void onlyNodesThatAreUpGetNewRequests() {
        for (NodeState state : NodeState.values()) {
            TargetPool pool = pool(node("a/1", state, 1, 1, "/shop"), up("b/1", 2, "/shop"));
            assertThat(chosen(pool, "/shop", "")).isEqualTo(state == NodeState.UP ? "a/1" : "b/1");
        }
    }

    @Test
    void ownNodesComeFirstHoweverBusy() {
        TargetPool pool = pool(up("a/1", 1, "/shop"), up("b/1", 2, "/shop"));
        for (int i = 0; i < 100; i++) {
            target(pool, "a.1").begun();
        }
        assertThat(chosen(pool, "/shop", "")).isEqualTo("a/1");
        eject(target(pool, "a.1"));
        assertThat(chosen(pool, "/shop", "")).isEqualTo("b/1");
    }

    @Test
    void theLeastBusyForItsWeightIsChosen() {
        TargetPool pool = pool(node("a/1", NodeState.UP, 1, 1, "/shop"), node("a/2", NodeState.UP, 2, 3, "/shop"));
        Map<String, Integer> outstanding = new HashMap<>();
        for (int ticket = 0; ticket < 40; ticket++) {
            Target target = ((Decision.Forward) choose(pool, "/shop", "", ticket)).target();
            target.begun();
            outstanding.merge(target.id().value(), 1, Integer::sum);
        }
        assertThat(outstanding).containsEntry("a/1", 10).containsEntry("a/2", 30);
    }

    @Test
    void idleNodesTakeTurnsByWeight() {
        TargetPool pool = pool(
                node("a/1", NodeState.UP, 1, 1, "/shop"),
                node("a/2", NodeState.UP, 2, 2, "/shop"),
                node("a/3", NodeState.UP, 3, 1, "/shop"));
        Map<String, Integer> turns = new HashMap<>();
        for (int ticket = Integer.MAX_VALUE - 200, i = 0; i < 400; ticket++, i++) {
            Decision.Forward forward = (Decision.Forward) choose(pool, "/shop", "", ticket);
            forward.place().slots().release();
            turns.merge(chosen(forward), 1, Integer::sum);
        }
        assertThat(turns).containsEntry("a/1", 100).containsEntry("a/2", 200).containsEntry("a/3", 100);
    }

    @Test
    void theLongestContextPathWinsByWholeSegments() {
        TargetPool pool = pool(up("a/1", 1, "/"), up("a/2", 2, "/shop"), up("a/3", 3, "/shop/admin"));
        assertThat(chosen(pool, "/shop", "")).isEqualTo("a/2");
        assertThat(chosen(pool, "/shop/x", "")).isEqualTo("a/2");
        assertThat(chosen(pool, "/shop/admin/x", "")).isEqualTo("a/3");
        assertThat(chosen(pool, "/shop/administrator", "")).isEqualTo("a/2");
        assertThat(chosen(pool, "/shopping", "")).isEqualTo("a/1");
        assertThat(chosen(pool, "/", "")).isEqualTo("a/1");
    }

    @Test
    void anApplicationWhoseNodesAreDownIsNotServedByAnother() {
        TargetPool pool = pool(up("a/1", 1, "/"), node("a/2", NodeState.FAILED, 2, 1, "/shop"));
        assertThat(choose(pool, "/shop", "", 0)).isEqualTo(new Decision.Wait("/shop", "", false, PAUSE));
    }

    @Test
    void whatHasFailedThisRequestIsNotTriedAgain() {
        TargetPool pool = pool(up("a/1", 1, "/shop"), up("a/2", 2, "/shop"));
        Route route = new Route("/shop", Nodes.cookie("a/1"), Set.of(new MemberId("a/1")), 0);
        assertThat(chosen(POLICY.choose(pool, route, 0))).isEqualTo("a/2");
        Route both = new Route("/shop", Nodes.cookie("a/1"), Set.of(new MemberId("a/1"), new MemberId("a/2")), 0);
        assertThat(POLICY.choose(pool, both, 0)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void oneRequestTriesAnEjectedNodeWhenItsPauseIsOver() {
        TargetPool pool = pool(up("a/1", 1, "/shop"), up("b/1", 2, "/shop"));
        eject(target(pool, "a.1"));
        Route route = new Route("/shop", Nodes.cookie("a/1"), Set.of(), 0);
        assertThat(chosen(POLICY.choose(pool, route, PAUSE - 1))).isEqualTo("b/1");
        assertThat(chosen(POLICY.choose(pool, route, PAUSE))).isEqualTo("a/1");
        assertThat(chosen(POLICY.choose(pool, route, PAUSE))).isEqualTo("b/1");
        assertThat(target(pool, "a.1").succeeded()).isTrue();
        assertThat(chosen(POLICY.choose(pool, route, PAUSE))).isEqualTo("a/1");
    }

    @Test
    void waitsUntilAnEjectedNodeMayBeTried() {
        TargetPool pool = pool(up("a/1", 1, "/shop"));
        eject(target(pool, "a.1"));
        assertThat(POLICY.choose(pool, new Route("/shop", "", Set.of(), 0), PAUSE / 2))
                .isEqualTo(new Decision.Wait("/shop", "", false, PAUSE));
    }

    @Test
    void anUnknownPathMayBeComing() {
        assertThat(choose(pool(up("a/1", 1, "/shop")), "/x", "", 0)).isEqualTo(new Decision.Unknown());
        assertThat(choose(pool(), "/x", "", 0)).isEqualTo(new Decision.Starting());
        for (NodeState state : List.of(NodeState.STARTING, NodeState.FAILED)) {
            assertThat(choose(pool(up("a/1", 1, "/shop"), node("a/2", state, 2, 1)), "/x", "", 0))
                    .isEqualTo(new Decision.Starting());
        }
    }

    @Test
    void aNewPoolKeepsCountsButForgivesANewStart() {
        TargetPool first = pool(up("a/1", 1, "/shop"));
        target(first, "a.1").begun();
        eject(target(first, "a.1"));
        TargetPool same = first.with(List.of(up("a/1", 1, "/shop", "/more")));
        assertThat(target(same, "a.1").health().ejected()).isTrue();
        TargetPool failed = same.with(List.of(node("a/1", NodeState.FAILED, 1, 1, "/shop")));
        TargetPool again = failed.with(List.of(up("a/1", 2, "/shop")));
        assertThat(target(again, "a.1").health().ejected()).isFalse();
        assertThat(target(again, "a.1").outstanding()).isEqualTo(1);
        target(first, "a.1").ended();
        assertThat(target(again, "a.1").outstanding()).isZero();
    }

    private static void fill(TargetPool pool, String key) {
        Place place = target(pool, key).place("/shop");
        while (place.slots().tryAcquire(POLICY.limit())) {
            target(pool, key).begun();
        }
    }

    @Test
    void othersHelpWhenOwnNodesHaveEnoughToDo() {
        TargetPool pool = pool(up("a/1", 1, "/shop", "/other"), up("b/1", 2, "/shop", "/other"));
        fill(pool, "a.1");
        assertThat(chosen(pool, "/shop", "")).isEqualTo("b/1");
        assertThat(chosen(pool, "/other", "")).as("has slots of its own").isEqualTo("a/1");
        fill(pool, "b.1");
        assertThat(choose(pool, "/shop", "", 0)).isEqualTo(new Decision.Wait("/shop", "", true, PAUSE));
        target(pool, "a.1").place("/shop").slots().release();
        assertThat(chosen(pool, "/shop", "")).isEqualTo("a/1");
    }

    @Test
    void whoIsTiedToANodeThatHasEnoughToDoWaitsForIt() {
        TargetPool pool = pool(up("a/1", 1, "/shop"), up("a/2", 2, "/shop"));
        fill(pool, "a.1");
        assertThat(choose(pool, "/shop", Nodes.cookie("a/1"), 0))
                .isEqualTo(new Decision.Wait("/shop", "a/1", true, PAUSE));
        eject(target(pool, "a.1"));
        assertThat(chosen(pool, "/shop", Nodes.cookie("a/1"))).isEqualTo("a/2");
    }

    @Test
    void aRequestThatIsNotAdmittedHoldsNoSlot() {
        TargetPool pool = pool(up("a/1", 1, "/shop"));
        eject(target(pool, "a.1"));
        Route route = new Route("/shop", "", Set.of(), 0);
        assertThat(chosen(POLICY.choose(pool, route, PAUSE))).isEqualTo("a/1");
        assertThat(POLICY.choose(pool, route, PAUSE)).isInstanceOf(Decision.Wait.class);
        assertThat(target(pool, "a.1").place("/shop").slots().inFlight()).isEqualTo(1);
    }

    @Test
    void aNewPoolKeepsSlots() {
        TargetPool first = pool(up("a/1", 1, "/shop"));
        fill(first, "a.1");
        TargetPool next = first.with(List.of(up("a/1", 1, "/shop", "/more")));
        assertThat(choose(next, "/shop", "", 0)).isInstanceOf(Decision.Wait.class);
        target(first, "a.1").place("/shop").slots().release();
        assertThat(chosen(next, "/shop", "")).isEqualTo("a/1");
    }

    @Test
    void anApplicationComesBackAfterItsNode() {
        TargetPool first = pool(up("a/1", 1, "/shop", "/other"));
        TargetPool down = first.with(List.of(node("a/1", NodeState.FAILED, 1, 1)));
        TargetPool back = down.with(List.of(up("a/1", 2, "/other")));
        assertThat(choose(back, "/shop/x", "", 0)).isEqualTo(new Decision.Starting());
        assertThat(choose(back, "/never", "", 0)).isEqualTo(new Decision.Unknown());
        Route later = new Route("/shop", "", Set.of(), 0);
        assertThat(POLICY.choose(back, later, Expected.PATIENCE_NANOS)).isEqualTo(new Decision.Starting());
        assertThat(POLICY.choose(back, later, Expected.PATIENCE_NANOS + 1)).isEqualTo(new Decision.Unknown());
        assertThat(chosen(back.with(List.of(up("a/1", 2, "/shop", "/other"))), "/shop", ""))
                .isEqualTo("a/1");
    }

    @Test
    void whatIsUndeployedIsNotExpected() {
        TargetPool first = pool(up("a/1", 1, "/shop", "/other"));
        assertThat(choose(first.with(List.of(up("a/1", 1, "/other"))), "/shop", "", 0))
                .isEqualTo(new Decision.Unknown());
    }
}
