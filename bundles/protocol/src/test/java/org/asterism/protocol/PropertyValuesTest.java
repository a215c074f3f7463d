package org.asterism.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PropertyValuesTest {

    @Test
    void arraysBecomeListsAndIntsBecomeLongs() {
        assertThat(PropertyValues.normalized(Map.of(
                        "int",
                        1,
                        "short",
                        (short) 2,
                        "float",
                        0.5f,
                        "strings",
                        new String[] {"a", "b"},
                        "ints",
                        new int[] {1, 2},
                        "set",
                        Set.of(3),
                        "text",
                        "t",
                        "flag",
                        false)))
                .isEqualTo(Map.of(
                        "int",
                        1L,
                        "short",
                        2L,
                        "float",
                        0.5,
                        "strings",
                        List.of("a", "b"),
                        "ints",
                        List.of(1L, 2L),
                        "set",
                        List.of(3L),
                        "text",
                        "t",
                        "flag",
                        false));
    }

    @Test
    void namesTheKeyOfWhatCannotTravel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PropertyValues.normalized(Map.of("bad", new Object())))
                .withMessageContaining("'bad'")
                .withMessageContaining("java.lang.Object");
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("none", null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PropertyValues.normalized(withNull))
                .withMessageContaining("'none'");
    }
}
