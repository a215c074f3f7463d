package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.dispatcher.internal.RetryPolicy.Attempt;
import org.asterism.dispatcher.internal.RetryPolicy.Next;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(3, 0.2, 10);

    @ParameterizedTest
    @CsvSource({
        // failure, idempotent, repeatable, next
        "NOT_CONNECTED, true, true, OTHER_TARGET",
        "NOT_CONNECTED, false, true, OTHER_TARGET",
        "NOT_CONNECTED, false, false, GIVE_UP",
        "NOT_SENT, true, true, NEW_CONNECTION",
        "NOT_SENT, false, true, NEW_CONNECTION",
        "NOT_SENT, false, false, GIVE_UP",
        "STALE, true, true, NEW_CONNECTION",
        "STALE, true, false, GIVE_UP",
        "STALE, false, true, GIVE_UP",
        "BROKEN, true, true, OTHER_TARGET",
        "BROKEN, true, false, GIVE_UP",
        "BROKEN, false, true, GIVE_UP"
    })
    void decides(Failure failure, boolean idempotent, boolean repeatable, Next next) {
        assertThat(POLICY.after(failure, new Attempt(1, idempotent, repeatable, false)))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource
    void neverAfterAPartOfAnAnswerOrTooManyTries(Failure failure) {
        assertThat(POLICY.after(failure, new Attempt(1, true, true, true))).isEqualTo(Next.GIVE_UP);
        assertThat(POLICY.after(failure, new Attempt(2, true, true, false))).isNotEqualTo(Next.GIVE_UP);
        assertThat(POLICY.after(failure, new Attempt(3, true, true, false))).isEqualTo(Next.GIVE_UP);
    }

    @Test
    void methodsAreIdempotentByTheBook() {
        assertThat("GET HEAD OPTIONS PUT DELETE TRACE".split(" ")).allMatch(RetryPolicy::isIdempotent);
        assertThat("POST PATCH get LOCK X".split(" ")).noneMatch(RetryPolicy::isIdempotent);
    }
}
