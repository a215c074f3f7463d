package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTest {

    @ParameterizedTest
    @CsvSource({
        "shop.stock, shop.stock, true",
        "shop.stock, shop.other, false",
        "shop.*, shop.stock, true",
        "shop.*, shop, false",
        "shop.*, shop.stock.x, false",
        "*.stock, shop.stock, true",
        "shop.#, shop, true",
        "shop.#, shop.stock.x, true",
        "shop.#, shops, false",
        "#, anything.at.all, true"
    })
    void matches(String pattern, String topic, boolean expected) {
        assertThat(new TopicPattern(pattern).matches(topic)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "a.#.b", "a b", "a::b", "a.b*", "##"})
    void refusesWhatIsNoPattern(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicPattern(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.*", "#", "a::b"})
    void nothingIsPublishedToAPattern(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicPattern.requireTopic(value));
    }
}
