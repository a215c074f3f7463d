package org.asterism.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.asterism.cluster.MemberId;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final MemberId NODE = MemberId.ofNode("a", 1);

    @Test
    void coversTheNodesThatAreMeant() {
        assertThat(Target.CLUSTER.covers(NODE)).isTrue();
        assertThat(Target.parse("a").covers(NODE)).isTrue();
        assertThat(Target.parse("a/1").covers(NODE)).isTrue();
        assertThat(Target.parse("b").covers(NODE)).isFalse();
        assertThat(Target.parse("a/2").covers(NODE)).isFalse();
    }

    @Test
    void isSortedFromWideToNarrow() {
        assertThat(List.of(Target.parse("a/1"), Target.parse("b"), Target.CLUSTER, Target.parse("a")).stream()
                        .sorted()
                        .map(Target::label))
                .containsExactly("cluster", "a", "b", "a/1");
    }

    @Test
    void saysHowWideItIs() {
        assertThat(List.of("cluster", "a", "a/1").stream()
                        .map(label -> Target.parse(label).scope()))
                .containsExactly("cluster", "instance", "node");
        assertThat(Target.parse("a/1").label()).isEqualTo("a/1");
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse("A"));
    }
}
