package org.asterism.drill.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** An attempt of which not everything is known yet. */
final class OpenAttempt {

    private final String member;
    private final Event.Asked asked;
    private List<OpenGrant> grants = List.of();
    private OptionalLong end = OptionalLong.empty();
    private Optional<Attempt.Failure> failure = Optional.empty();

    OpenAttempt(String member, Event.Asked asked) {
        this.member = member;
        this.asked = asked;
    }

    Optional<String> promotes() {
        return asked.promotes();
    }

    void add(Event event) {
        if (event instanceof Event.Granted granted) {
            end = OptionalLong.of(granted.at());
            grants = IntStream.range(0, granted.tokens().size())
                    .mapToObj(
                            lock -> new OpenGrant(granted.at(), granted.tokens().get(lock)))
                    .toList();
        } else if (event instanceof Event.Ended ended) {
            end = OptionalLong.of(ended.at());
            failure = Optional.of(new Attempt.Failure(ended.outcome(), ended.text()));
        } else if (event instanceof Event.Believed believed) {
            grants.get(believed.lock()).believed(believed.at());
        } else if (event instanceof Event.Lost lost) {
            grants.get(lost.lock()).lost(new Grant.Loss(lost.at(), lost.cause()));
        } else if (event instanceof Event.Released released) {
            grants.get(released.lock()).released(released.at());
        } else if (event instanceof Event.Refused refused) {
            grants.get(refused.lock()).refused(refused.at());
        }
    }

    /** Its first lock is exclusive from now on, as a lock of another attempt. */
    void promoted() {
        grants.get(0).promoted();
    }

    Attempt toAttempt() {
        return new Attempt(
                member,
                asked.session(),
                asked.attempt(),
                asked.at(),
                asked.patience(),
                asked.locks(),
                asked.promotes().isPresent(),
                IntStream.range(0, grants.size())
                        .mapToObj(lock -> grants.get(lock).toGrant(member, asked, lock))
                        .toList(),
                end,
                failure);
    }
}
