package org.asterism.drill.history;

import java.util.Optional;
import java.util.OptionalLong;

/** A lock that may still be had. */
final class OpenGrant {

    private final long from;
    private final long token;
    private long believed;
    private OptionalLong released = OptionalLong.empty();
    private Optional<Grant.Loss> loss = Optional.empty();
    private OptionalLong refused = OptionalLong.empty();
    private boolean promoted;

    OpenGrant(long from, long token) {
        this.from = from;
        this.token = token;
        this.believed = from - 1;
    }

    void believed(long at) {
        believed = Math.max(believed, at);
    }

    void released(long at) {
        released = OptionalLong.of(at);
    }

    void lost(Grant.Loss how) {
        loss = Optional.of(how);
    }

    void refused(long at) {
        refused = OptionalLong.of(at);
    }

    void promoted() {
        promoted = true;
    }

    Grant toGrant(String member, Event.Asked asked, int lock) {
        return new Grant(
                member,
                asked.session(),
                asked.attempt(),
                lock,
                asked.locks().get(lock).key(),
                asked.locks().get(lock).mode(),
                token,
                asked.at(),
                from,
                believed,
                released,
                loss,
                refused,
                asked.promotes().isPresent(),
                promoted);
    }
}
