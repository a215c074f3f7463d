package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockKeyTest {

    @Test
    void isReadAsItIsWritten() {
        assertThat(LockKey.parse("shop:order[2026, *]")).isEqualTo(LockKey.of("shop", "order", "2026", LockKey.ANY));
        assertThat(LockKey.parse("shop:order[2026,*]")).isEqualTo(LockKey.of("shop", "order", "2026", LockKey.ANY));
        assertThat(LockKey.parse("shop:order[]")).isEqualTo(LockKey.of("shop", "order"));
        assertThat(LockKey.parse("shop:http://x[12:30, [y]")).isEqualTo(LockKey.of("shop", "http://x", "12:30", "[y"));
    }

    @Test
    void whatWouldEndAPartIsEscaped() {
        assertThat(LockKey.of("a:b", "c[d", "e, f", "g]", "h\\", "", "\n"))
                .hasToString("a\\:b:c\\[d[e\\, f, g\\], h\\\\, \\e, \\u000a]");
        assertThat(LockKey.of("a", "b", "")).hasToString("a:b[\\e]");
    }

    @Test
    void everyKeyComesBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LockKey key = new LockKey(
                    part(random, 1),
                    part(random, 1),
                    Stream.generate(() -> part(random, 0))
                            .limit(random.nextInt(4))
                            .toList());
            assertThat(LockKey.parse(key.toString())).as("seed %d", seed).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop | there is no ':'",
                "shop:order | there is no '['",
                "shop:order[2026 | there is no ']'",
                "shop:order[2026] | nothing may follow ']'",
                "shop:order[] | nothing may follow ']'",
                "shop:order[2026, 17,18] | did you mean 'shop:order[2026, 17, 18]'?",
                "shop:order[\\a] | did you mean 'shop:order[a]'?",
                "shop:order[\\u00zz] | '00zz' is not hexadecimal"
            })
    void saysWhatIsWrong(String text, String why) {
        String wrong = why.startsWith("nothing") ? text + "x" : text;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LockKey.parse(wrong))
                .withMessage("not a lock: '" + wrong + "' (expected namespace:name[argument, argument]): " + why);
    }

    @Test
    void emptyPartsAreNoKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LockKey.parse(":order[]"))
                .withMessage("the namespace of a lock is empty or too long");
    }

    private static String part(Random random, int atLeast) {
        StringBuilder part = new StringBuilder();
        List<String> letters = List.of("a", "*", ":", "[", "]", ",", " ", "\\", "e", "u", "\t", "ä", "\u2028");
        for (int length = atLeast + random.nextInt(4); length > 0; length--) {
            part.append(letters.get(random.nextInt(letters.size())));
        }
        return part.toString();
    }
}
