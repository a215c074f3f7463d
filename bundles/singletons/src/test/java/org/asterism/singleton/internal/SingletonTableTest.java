package org.asterism.singleton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.asterism.singleton.internal.SingletonEffect.Activate;
import org.asterism.singleton.internal.SingletonEffect.Ask;
import org.asterism.singleton.internal.SingletonEffect.Deactivate;
import org.asterism.singleton.internal.SingletonEffect.Pause;
import org.asterism.singleton.internal.SingletonEffect.Release;
import org.asterism.singleton.internal.SingletonEffect.Settle;
import org.asterism.singleton.internal.SingletonEvent.Due;
import org.asterism.singleton.internal.SingletonEvent.Eligible;
import org.asterism.singleton.internal.SingletonEvent.Failed;
import org.asterism.singleton.internal.SingletonEvent.Granted;
import org.asterism.singleton.internal.SingletonEvent.Lost;
import org.asterism.singleton.internal.SingletonEvent.Settled;
import org.asterism.singleton.internal.SingletonEvent.Wanted;
import org.junit.jupiter.api.Test;

class SingletonTableTest {

    private static final String NAME = "reports";

    private final SingletonTable table = new SingletonTable();

    @Test
    void itIsActiveOnceItsLockIsGrantedAndSettled() {
        assertThat(table.apply(new Wanted(Set.of(NAME)))).isEmpty();
        assertThat(table.apply(new Eligible(true))).containsExactly(new Ask(NAME, 1));
        assertThat(table.apply(new Eligible(true))).isEmpty();
        assertThat(table.apply(new Granted(NAME, 1))).containsExactly(new Settle(NAME, 1));
        assertThat(table.active()).isEmpty();
        assertThat(table.apply(new Settled(NAME, 1))).containsExactly(new Activate(NAME, 1));
        assertThat(table.active()).containsExactly(NAME);
    }

    @Test
    void whoIsDrainedStopsFirstAndLetsGoThen() {
        active();

        assertThat(table.apply(new Eligible(false))).containsExactly(new Deactivate(NAME, 1), new Release(NAME, 1));
        assertThat(table.apply(new Lost(NAME, 1))).isEmpty();
        assertThat(table.apply(new Eligible(true))).containsExactly(new Ask(NAME, 2));
    }

    @Test
    void whatNobodyWantsAnyMoreIsGivenBack() {
        active();

        assertThat(table.apply(new Wanted(Set.of("other"))))
                .containsExactly(new Ask("other", 1), new Deactivate(NAME, 1), new Release(NAME, 1));
        assertThat(table.apply(new Wanted(Set.of()))).containsExactly(new Release("other", 1));
    }

    @Test
    void whoHasLostItStopsAtOnceAndQueuesAgainAfterAPause() {
        active();

        assertThat(table.apply(new Lost(NAME, 1)))
                .containsExactly(new Deactivate(NAME, 1), new Release(NAME, 1), new Pause(NAME, 1));
        assertThat(table.active()).isEmpty();
        assertThat(table.apply(new Due(NAME, 1))).containsExactly(new Ask(NAME, 2));
    }

    @Test
    void whatIsLostBeforeItSettledNeverBecomesActive() {
        entered();
        table.apply(new Granted(NAME, 1));

        assertThat(table.apply(new Lost(NAME, 1))).containsExactly(new Release(NAME, 1), new Pause(NAME, 1));
        assertThat(table.apply(new Settled(NAME, 1))).isEmpty();
    }

    @Test
    void aRefusalIsNotTheEnd() {
        entered();

        assertThat(table.apply(new Failed(NAME, 1))).containsExactly(new Release(NAME, 1), new Pause(NAME, 1));
        assertThat(table.apply(new Failed(NAME, 1))).isEmpty();
        assertThat(table.apply(new Due(NAME, 1))).containsExactly(new Ask(NAME, 2));
    }

    @Test
    void aLockThatComesTooLateIsGivenBack() {
        entered();
        assertThat(table.apply(new Eligible(false))).containsExactly(new Release(NAME, 1));
        assertThat(table.apply(new Granted(NAME, 1))).containsExactly(new Release(NAME, 1));

        assertThat(table.apply(new Eligible(true))).containsExactly(new Ask(NAME, 2));
        assertThat(table.apply(new Granted(NAME, 1))).containsExactly(new Release(NAME, 1));
        assertThat(table.apply(new Granted(NAME, 2))).containsExactly(new Settle(NAME, 2));
    }

    @Test
    void aPauseOfWhoHasLeftBeginsNothing() {
        entered();
        table.apply(new Failed(NAME, 1));

        assertThat(table.apply(new Wanted(Set.of()))).isEmpty();
        assertThat(table.apply(new Due(NAME, 1))).isEqualTo(List.of());
    }

    private void entered() {
        table.apply(new Wanted(Set.of(NAME)));
        table.apply(new Eligible(true));
    }

    private void active() {
        entered();
        table.apply(new Granted(NAME, 1));
        table.apply(new Settled(NAME, 1));
    }
}
