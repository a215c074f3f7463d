package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void isMetOnTheRightSideAndExactly() {
        assertThat(Target.atLeast("x", 0.7, 0.7).met()).isTrue();
        assertThat(Target.atLeast("x", 0.69, 0.7).met()).isFalse();
        assertThat(Target.atMost("x", 1.4, 1.4).met()).isTrue();
        assertThat(Target.atMost("x", 1.41, 1.4).met()).isFalse();
    }
}
