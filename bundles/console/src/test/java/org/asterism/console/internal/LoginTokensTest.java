package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Visitor ANN = new Visitor("ann.o'dear ü", Role.OPERATOR);

    private final LoginTokens tokens = of("a secret of the cluster");

    private static LoginTokens of(String secret) {
        return new LoginTokens(secret.getBytes(StandardCharsets.UTF_8), Duration.ofHours(8));
    }

    @Test
    void saysWhoHasLoggedInUntilItIsOver() {
        String token = tokens.issue(ANN, NOW);

        assertThat(tokens.read(token, NOW)).contains(ANN);
        assertThat(tokens.read(token, NOW.plus(Duration.ofHours(8)).minusSeconds(1)))
                .contains(ANN);
        assertThat(tokens.read(token, NOW.plus(Duration.ofHours(8)))).isEmpty();
    }

    @Test
    void isGoodInTheNextLifeOfTheHub() {
        assertThat(of("a secret of the cluster").read(tokens.issue(ANN, NOW), NOW))
                .contains(ANN);
    }

    @Test
    void isNoGoodInAnotherCluster() {
        assertThat(of("another secret").read(tokens.issue(ANN, NOW), NOW)).isEmpty();
    }

    @Test
    void isNoGoodOnceAnythingInItWasChanged() {
        String token = tokens.issue(ANN, NOW);

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.read(forged, NOW)).as(forged).isEmpty();
        }
        assertThat(tokens.read(token.replace("operator", "admin"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "....", "a.b.c.d", "é.admin.9999999999."})
    void takesNothingElse(String nonsense) {
        assertThat(tokens.read(nonsense, NOW)).isEmpty();
        assertThat(tokens.read(nonsense.repeat(2_000), NOW)).isEmpty();
    }

    @Test
    void aProofBelongsToOneToken() {
        String token = tokens.issue(ANN, NOW);
        String proof = tokens.proof(token);

        assertThat(tokens.isProof(token, proof)).isTrue();
        assertThat(tokens.isProof(tokens.issue(ANN, NOW.plusSeconds(1)), proof)).isFalse();
        assertThat(tokens.isProof(token, "")).isFalse();
        assertThat(proof).isNotEqualTo(token.substring(token.lastIndexOf('.') + 1));
    }
}
