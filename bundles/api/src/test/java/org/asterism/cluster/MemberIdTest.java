package org.asterism.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberIdTest {

    @Test
    void aNodeKnowsItsInstance() {
        assertThat(MemberId.ofNode("a", 1).value()).isEqualTo("a/1");
        assertThat(MemberId.ofNode("a", 1).parent()).contains("a");
        assertThat(new MemberId("a").parent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a/", "/1", "a/b/c", "a b", "../x", "a.b"})
    void refusesWhatIsNoId(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId(value));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId("a".repeat(65)));
    }
}
