package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.asterism.servernode.internal.Opening.Decision;
import org.asterism.servernode.internal.Opening.Delay;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final int LIMIT = 30;

    private final Opening opening = new Opening(Duration.ofSeconds(LIMIT));

    @Test
    void applicationsAreContextsWithSomethingToServe() {
        assertThat(at(0, whole("/shop", 1), whole("/admin", 2), new DeployedContext("/starting", 3, 0, List.of()))
                        .applications())
                .containsExactly("/admin", "/shop");
    }

    @Test
    void theRootAndTheAgentAreNoApplications() {
        assertThat(at(0, whole("/", 1), whole("", 2), whole("/.asterism", 3)).applications())
                .isEmpty();
    }

    @Test
    void anApplicationOpensWhenNothingIsMissingAnyMore() {
        Decision first = at(0, lacking("/shop", 1), whole("/admin", 2));
        assertThat(first.applications()).containsExactly("/admin");
        assertThat(first.delays()).containsExactly(new Delay("/shop", false, List.of("the servlet")));
        assertThat(at(1, lacking("/shop", 1))).isEqualTo(new Decision(List.of(), List.of()));
        assertThat(at(2, whole("/shop", 1))).isEqualTo(new Decision(List.of("/shop"), List.of()));
    }

    @Test
    void itIsNotWaitedForForEver() {
        at(0, lacking("/shop", 1));
        assertThat(at(LIMIT - 1, lacking("/shop", 1)).applications()).isEmpty();
        assertThat(at(LIMIT, lacking("/shop", 1)))
                .isEqualTo(new Decision(List.of("/shop"), List.of(new Delay("/shop", true, List.of("the servlet")))));
        assertThat(at(LIMIT + 1, lacking("/shop", 1))).isEqualTo(new Decision(List.of("/shop"), List.of()));
    }

    @Test
    void whatIsOpenStaysOpen() {
        at(0, whole("/shop", 1));
        assertThat(at(1, lacking("/shop", 1)).applications()).containsExactly("/shop");
    }

    @Test
    void anotherContextInItsPlaceIsWaitedForAnew() {
        at(0, whole("/shop", 1));
        assertThat(at(1, lacking("/shop", 2)).applications()).isEmpty();
        assertThat(at(LIMIT, lacking("/shop", 2)).applications()).isEmpty();
        assertThat(at(LIMIT + 1, lacking("/shop", 2)).applications()).containsExactly("/shop");
    }

    @Test
    void severalContextsOfOnePathAreOneApplication() {
        assertThat(at(0, whole("/shop", 1), lacking("/shop", 2)).applications()).isEmpty();
        assertThat(at(1, whole("/shop", 1), whole("/shop", 2)).applications()).containsExactly("/shop");
        assertThat(at(2, whole("/shop", 1), lacking("/shop", 3)).applications()).containsExactly("/shop");
    }

    private Decision at(int seconds, DeployedContext... contexts) {
        return opening.decide(List.of(contexts), Duration.ofSeconds(seconds));
    }

    private static DeployedContext whole(String path, long id) {
        return new DeployedContext(path, id, 1, List.of());
    }

    private static DeployedContext lacking(String path, long id) {
        return new DeployedContext(path, id, 1, List.of("the servlet"));
    }
}
