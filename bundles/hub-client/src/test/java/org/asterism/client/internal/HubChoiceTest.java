package org.asterism.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubChoiceTest {

    private static final URI FIRST = URI.create("tcp://h:1");
    private static final URI SECOND = URI.create("tcp://h:2");

    private final HubChoice choice = new HubChoice(List.of(FIRST, SECOND));

    @Test
    void staysWithTheOneThatWorks() {
        assertThat(choice.present()).isEqualTo(FIRST);
        choice.failed();
        choice.worked();
        assertThat(choice.present()).isEqualTo(SECOND);
    }

    @Test
    void triesEachBeforeItPauses() {
        choice.failed();
        assertThat(choice.isRoundOver()).isFalse();
        assertThat(choice.present()).isEqualTo(SECOND);
        choice.failed();
        assertThat(choice.isRoundOver()).isTrue();
        assertThat(choice.present()).isEqualTo(FIRST);
    }
}
