package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.asterism.console.internal.Entrance.Admitted;
import org.asterism.console.internal.Entrance.MustWait;
import org.asterism.console.internal.Entrance.Refused;
import org.junit.jupiter.api.Test;

class EntranceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Entrance entrance = new Entrance(
            (user, password) -> password.equals("right") ? Optional.of(Set.of(user)) : Optional.empty(),
            new LoginTokens(new byte[] {1, 2, 3}, Duration.ofMinutes(10)));

    @Test
    void letsInWhoHasARoleAndKnowsThePassword() {
        Admitted admitted = (Admitted) entrance.login("admin", "right", NOW);

        assertThat(admitted.visitor()).isEqualTo(new Visitor("admin", Role.ADMIN));
        assertThat(entrance.visitor(admitted.token(), NOW)).contains(admitted.visitor());
    }

    @Test
    void refusesWhoHasNoRoleAndWhoDoesNotKnowThePassword() {
        assertThat(entrance.login("ssh", "right", NOW)).isEqualTo(new Refused());
        assertThat(entrance.login("admin", "wrong", NOW)).isEqualTo(new Refused());
        assertThat(entrance.login(" ", "right", NOW)).isEqualTo(new Refused());
        assertThat(entrance.login("admin".repeat(50), "right", NOW)).isEqualTo(new Refused());
    }

    @Test
    void whoGuessesHasToWaitLongerEachTimeAlsoWithTheRightPassword() {
        for (int i = 0; i < 3; i++) {
            assertThat(entrance.login("admin", "wrong", NOW)).isEqualTo(new Refused());
        }
        assertThat(entrance.login("admin", "right", NOW)).isEqualTo(new MustWait(Duration.ofSeconds(1)));
        assertThat(entrance.login("admin", "wrong", NOW.plusSeconds(1))).isEqualTo(new Refused());
        assertThat(entrance.login("admin", "right", NOW.plusSeconds(1))).isEqualTo(new MustWait(Duration.ofSeconds(2)));
        assertThat(entrance.login("admin", "right", NOW.plusSeconds(3))).isInstanceOf(Admitted.class);
        assertThat(entrance.login("admin", "wrong", NOW.plusSeconds(3))).isEqualTo(new Refused());
    }

    @Test
    void remembersABoundedNumberOfNames() {
        LoginAttempts attempts = new LoginAttempts();
        for (int i = 0; i < 3; i++) {
            attempts.failed("first", NOW);
        }
        assertThat(attempts.wait("first", NOW)).isPositive();
        for (int i = 0; i < 1_000; i++) {
            attempts.failed("name " + i, NOW);
        }
        assertThat(attempts.wait("first", NOW)).isZero();
    }

    @Test
    void theHighestRoleCounts() {
        assertThat(Role.of(Set.of("viewer", "manager", "group"))).contains(Role.OPERATOR);
        assertThat(Role.of(Set.of("viewer", "admin"))).contains(Role.ADMIN);
        assertThat(Role.of(Set.of("ssh"))).isEmpty();
        assertThat(Role.ADMIN.includes(Role.VIEWER)).isTrue();
        assertThat(Role.VIEWER.includes(Role.OPERATOR)).isFalse();
    }
}
