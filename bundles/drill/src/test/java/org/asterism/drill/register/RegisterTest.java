package org.asterism.drill.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.drill.history.Write;
import org.asterism.lock.LockKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RegisterTest {

    private static final LockKey CELL = LockKey.of("n", "cell", "1", "2");
    private static final LockKey BARE = LockKey.of("n", "thing");

    @Test
    void writesForNoSmallerTokenOfTheSameCell() throws Exception {
        List<Write> written = new ArrayList<>();
        FencedRegister register = new FencedRegister(written::add);
        try (RegisterServer server = new RegisterServer(register);
                RegisterClient client = new RegisterClient(server.port())) {
            assertThat(client.write(CELL, 5, "a")).isTrue();
            assertThat(client.write(CELL, 5, "a")).isTrue();
            assertThat(client.write(CELL, 4, "b")).isFalse();
            assertThat(client.write(BARE, 4, "b")).isTrue();
            assertThat(client.write(CELL, 6, "b")).isTrue();
        }
        assertThat(written.stream()
                        .map(write -> write.order() + " " + write.cell() + " " + write.token() + " " + write.session()))
                .containsExactly(
                        "1 " + CELL + " 5 a", "2 " + CELL + " 5 a", "3 " + BARE + " 4 b", "4 " + CELL + " 6 b");
        assertThat(register.written()).isEqualTo(4);
        assertThat(register.refused()).isEqualTo(1);
    }
}
