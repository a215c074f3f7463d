package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsSeenTest {

    private final SessionsSeen sessions = new SessionsSeen();

    @Test
    void countsEachOnceForAWhile() {
        sessions.seen(1, 0);
        sessions.seen(1, 5);
        sessions.seen(2, 5);
        assertThat(sessions.count(10)).isEqualTo(2);
        sessions.left(1);
        assertThat(sessions.count(10)).isEqualTo(1);
        assertThat(sessions.count(Duration.ofMinutes(11).toNanos())).isZero();
    }

    @Test
    void isBounded() {
        for (int i = 0; i < 100_500; i++) {
            sessions.seen(i, 0);
        }
        assertThat(sessions.count(0)).isEqualTo(100_000);
    }

    @Test
    void sessionsAreKnownByTheirCookie() {
        long one = SessionCookie.hashOf(List.of("JSESSIONID=abc"));
        assertThat(SessionCookie.hashOf(List.of("x=y", "a=b; JSESSIONID=abc; c=d")))
                .isEqualTo(one);
        assertThat(SessionCookie.hashOf(List.of("JSESSIONID=abd"))).isNotEqualTo(one);
        assertThat(SessionCookie.hashOf(List.of("XJSESSIONID=abc", "y"))).isEqualTo(SessionCookie.NONE);
        assertThat(SessionCookie.hashOf(List.of())).isEqualTo(SessionCookie.NONE);
    }
}
