package org.asterism.sessions.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankedTest {

    private final Ranked<Integer, String> sources = new Ranked<>();

    @Test
    void thereIsNoneAtFirst() {
        assertThat(sources.best()).isEmpty();
    }

    @Test
    void theHighestRankIsBestInWhicheverOrderTheyCome() {
        sources.add(2, "second");
        sources.add(3, "third");
        sources.add(1, "first");

        assertThat(sources.best()).contains("third");
    }

    @Test
    void oneThatStaysIsFoundAgainWhenABetterOneHasGone() {
        sources.add(1, "stays");
        sources.add(2, "goes");

        sources.remove(2);

        assertThat(sources.best()).contains("stays");
    }

    @Test
    void whatHasGoneFirstDoesNotMatter() {
        sources.add(1, "goes");
        sources.add(2, "stays");

        sources.remove(1);
        sources.remove(7);

        assertThat(sources.best()).contains("stays");
    }

    @Test
    void thereIsNoneAfterTheLast() {
        sources.add(1, "goes");

        sources.remove(1);

        assertThat(sources.best()).isEmpty();
    }
}
